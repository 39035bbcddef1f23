import { type AssetRecord, assetRecord, isOwn, type StoredAsset } from './asset-record';
import { SearchIndex } from './search/search-index';
import type { WriteTransaction } from './storage';
import { TagCounts } from './tag-counts';

/**
 * The only way to write assets: keeps listing keys, search index and tag counts in step with the records.
 * Needs `ASSET_TABLES` in the transaction. Call `flush` once, at the end.
 */
export class AssetChanges {
  readonly #tx: WriteTransaction;
  readonly #index: SearchIndex;
  readonly #tags = new TagCounts();

  constructor(tx: WriteTransaction) {
    this.#tx = tx;
    this.#index = new SearchIndex(tx);
  }

  /** A new asset. */
  add(record: AssetRecord): void {
    this.#replace(undefined, record);
  }

  /** New content for a stored asset. */
  update(before: AssetRecord, asset: StoredAsset): AssetRecord {
    const after = assetRecord(asset, before);
    this.#replace(before, after);
    return after;
  }

  /** Takes a stored asset out of every listing and count. */
  remove(record: AssetRecord): void {
    this.#replace(record, undefined);
  }

  /** Writes what the changes mean for search and tags. */
  async flush(now: string): Promise<void> {
    await Promise.all([this.#index.flush(), this.#tags.flush(this.#tx, now)]);
  }

  #replace(before: AssetRecord | undefined, after: AssetRecord | undefined): void {
    this.#index.replace(before, after);
    this.#tags.replace(ownTags(before), ownTags(after));
    if (after) this.#tx.put('assets', after);
    else if (before) this.#tx.delete('assets', before.id);
  }
}

function ownTags(record: AssetRecord | undefined): readonly string[] {
  return record && isOwn(record) ? record.asset.tags : [];
}
