import type { AssetId, CollectionId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import { isOwn } from './asset-record';
import { changeCollectionCounts } from './collection-counts';
import { deleteFile } from './insert-assets';
import { forbidden, notFound } from './library-error';
import type { WriteTransaction } from './storage';

/**
 * Destroys assets with their files and memberships. One unknown id (404) or one of another team (403) refuses all.
 * A collection whose thumbnail goes with them has none afterwards.
 */
export async function deleteAssets(
  tx: WriteTransaction,
  assetIds: readonly AssetId[],
  now: string,
): Promise<void> {
  const ids = [...new Set(assetIds)];
  const found = await tx.getMany('assets', ids);
  const changes = new AssetChanges(tx);
  const left = new Map<CollectionId, number>();
  for (const [at, record] of found.entries()) {
    if (!record) throw notFound('Asset', ids[at] ?? '');
    if (!isOwn(record)) throw forbidden(`Asset ${record.id} belongs to another team`);
  }
  for (const record of found) {
    if (!record) continue;
    changes.remove(record);
    if (record.file) deleteFile(tx, record.file.fileId);
    tx.delete('thumbnails', record.id);
    for (const id of record.asset.collectionIds) left.set(id, (left.get(id) ?? 0) - 1);
  }
  await changeCollectionCounts(tx, 'assetCount', left, now);
  await Promise.all(ids.map((id) => unsetThumbnail(tx, id, now)));
  await changes.flush(now);
}

async function unsetThumbnail(tx: WriteTransaction, id: AssetId, now: string): Promise<void> {
  for (const collection of await tx.range('collections', { index: 'byThumbnail', from: id, to: id })) {
    const { thumbnail: _gone, color: _with, ...rest } = collection;
    tx.put('collections', { ...rest, updatedAt: now });
  }
}
