import type { AssetId, CollectionId, UploadId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import { assetRecord, type StoredAsset, type StoredFile } from './asset-record';
import { changeCollectionCounts } from './collection-counts';
import { LAST } from './key';
import { AUTHOR_ID, OWNER_ID } from './owner';
import type { Storage, WriteTransaction } from './storage';
import { ASSET_TABLES } from './tables';

/** What has to be said about a new asset; everything else has a plain default. */
export type NewAsset = Partial<StoredAsset> & Pick<StoredAsset, 'id' | 'kind' | 'mimeType' | 'createdAt'>;

export interface AssetInsertion {
  asset: NewAsset;
  /** The original: bytes (kept as one file under the asset's id) or a file already stored. */
  original?: Uint8Array | StoredFile;
  sha256?: string;
  /** A small picture; the asset then gets a `thumbnail` of itself, unless it names another. */
  thumbnail?: { type: string; bytes: Uint8Array; color?: string | undefined };
}

export const INSERT_TABLES = [...ASSET_TABLES, 'chunks', 'thumbnails'] as const;

/** Writes assets with their files in one transaction (hundreds at a time are cheaper than one by one). */
export async function insertAssets(storage: Storage, insertions: readonly AssetInsertion[]): Promise<void> {
  await storage.write(INSERT_TABLES, (tx) => insertAssetsIn(tx, insertions));
}

/** The same inside a transaction that holds `INSERT_TABLES`, `chunks` only where bytes are given. Unknown collections are left out. */
export async function insertAssetsIn(
  tx: WriteTransaction,
  insertions: readonly AssetInsertion[],
): Promise<void> {
  const changes = new AssetChanges(tx);
  const fact = await tx.get('facts', 'nextOrdinal');
  let ordinal = typeof fact?.value === 'number' ? fact.value : 0;
  const joined = new Map<CollectionId, number>();
  const named = [...new Set(insertions.flatMap(({ asset }) => asset.collectionIds ?? []))];
  const known = await tx.getMany('collections', named);
  const existing = new Set(known.flatMap((collection) => collection?.id ?? []));
  let latest = '';

  for (const { asset: given, original, sha256, thumbnail } of insertions) {
    const collectionIds = (given.collectionIds ?? []).filter((id) => existing.has(id));
    for (const id of collectionIds) joined.set(id, (joined.get(id) ?? 0) + 1);
    const size = original instanceof Uint8Array ? original.byteLength : 0;
    const asset = withDefaults({ ...given, collectionIds }, size);
    if (thumbnail) {
      asset.thumbnail ??= asset.id;
      if (thumbnail.color) asset.color ??= thumbnail.color;
      tx.put('thumbnails', { assetId: asset.id, type: thumbnail.type, bytes: toBuffer(thumbnail.bytes) });
    }
    const file = original instanceof Uint8Array ? storeBytes(tx, asset.id, original) : original;
    changes.add(assetRecord(asset, { ordinal, file, sha256 }));
    ordinal += 1;
    if (asset.createdAt > latest) latest = asset.createdAt;
  }
  tx.put('facts', { name: 'nextOrdinal', value: ordinal });
  await changeCollectionCounts(tx, 'assetCount', joined, latest);
  await changes.flush(latest);
}

/** Bytes of one stored chunk. */
export const CHUNK_SIZE = 1024 * 1024;

/** Removes every chunk of a file. */
export function deleteFile(tx: WriteTransaction, fileId: string): void {
  tx.deleteRange('chunks', { from: [fileId], to: [fileId, LAST] });
}

/** Keeps bytes as one file under the id of an asset or of an upload. */
export function storeBytes(tx: WriteTransaction, id: AssetId | UploadId, bytes: Uint8Array): StoredFile {
  for (let n = 0; n * CHUNK_SIZE < bytes.byteLength; n += 1) {
    const chunk = bytes.subarray(n * CHUNK_SIZE, (n + 1) * CHUNK_SIZE);
    tx.put('chunks', { fileId: id, part: 1, n, bytes: toBuffer(chunk) });
  }
  return { fileId: id, partSizes: [bytes.byteLength] };
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  if (whole && bytes.buffer instanceof ArrayBuffer) return bytes.buffer;
  return new Uint8Array(bytes).buffer;
}

function withDefaults(given: NewAsset, size: number): StoredAsset {
  const type = given.metadata?.type ?? 'uploaded';
  return {
    authorId: AUTHOR_ID,
    ownerId: OWNER_ID,
    collectionIds: [],
    tags: [],
    updatedAt: given.createdAt,
    privacy: 'private',
    status: 'success',
    source: type,
    editCapabilities: [],
    ...given,
    metadata: { ...given.metadata, kind: given.metadata?.kind ?? given.kind, type },
    properties: { ...given.properties, size: given.properties?.size ?? size },
  };
}
