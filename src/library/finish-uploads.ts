import type { AssetKind, AssetMetadata, AssetProperties } from '~/contract/asset';
import type { AssetId, UploadId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import type { AssetRecord } from './asset-record';
import { changeCollectionCounts } from './collection-counts';
import { findOrInsertModel } from './find-or-insert-model';
import { type AssetInsertion, deleteFile, insertAssetsIn } from './insert-assets';
import type { KnownFields } from './known-fields';
import { newId } from './new-id';
import type { ReadTransaction, Storage, WriteTransaction } from './storage';
import { ASSET_TABLES, type TableName } from './tables';
import { fileOf, settled } from './upload-jobs';
import type { UploadRecord } from './upload-record';

/** What processing found out about a file. `metadata` and `properties` are merged over what the upload says. */
export interface ProcessedFile {
  kind: AssetKind;
  mimeType: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  metadata?: Partial<KnownFields<AssetMetadata>>;
  properties?: Partial<KnownFields<AssetProperties>>;
  thumbnail?: { type: string; bytes: Uint8Array; color?: string | undefined };
  /** A model the file says it was made with: found by name, or added to the models. */
  modelName?: string;
}

/** An upload and what was found out about it, at what moment. */
export interface ProcessedUpload {
  id: UploadId;
  found: ProcessedFile;
  at?: Date;
}

/**
 * Turns uploads into assets, in one transaction: `imported` with `entityId`. Several at a time are cheaper than one by
 * one, because they share records of the search index. Bytes the library already has are not kept twice: the asset that has
 * them joins the collections of the upload. Uploads that are gone are passed over.
 */
export async function finishUploads(storage: Storage, uploads: readonly ProcessedUpload[]): Promise<void> {
  // The table of bytes is needed only to drop some: without it, files go on arriving meanwhile.
  const finished = await storage.write(FINISH_TABLES, (tx) => finishIn(tx, uploads, false));
  if (!finished) await storage.write([...FINISH_TABLES, 'chunks'], (tx) => finishIn(tx, uploads, true));
}

const FINISH_TABLES = [...ASSET_TABLES, 'thumbnails', 'uploads'] as const satisfies TableName[];

/** False, and nothing is done, where there are bytes to drop and they may not be. */
async function finishIn(
  tx: WriteTransaction,
  uploads: readonly ProcessedUpload[],
  mayDrop: boolean,
): Promise<boolean> {
  const [records, holders] = await Promise.all([
    tx.getMany(
      'uploads',
      uploads.map(({ id }) => id),
    ),
    Promise.all(uploads.map(async ({ found }) => assetWithHash(tx, found.sha256))),
  ]);
  const holding = new Map(holders.flatMap((asset) => (asset?.sha256 ? [[asset.sha256, asset.id]] : [])));
  const added: Finishing[] = [];
  const linked: Finishing[] = [];
  for (const [n, { found, at = new Date() }] of uploads.entries()) {
    const upload = records[n];
    if (upload?.waitingSince === undefined) continue;
    const same = holding.get(found.sha256);
    const assetId = same ?? (newId('asset') as AssetId);
    (same ? linked : added).push({ upload, found, assetId, createdAt: at.toISOString() });
    holding.set(found.sha256, assetId);
  }
  if (linked.length > 0 && !mayDrop) return false;
  const insertions: AssetInsertion[] = [];
  for (const one of added) insertions.push(await insertionOf(tx, one));
  if (insertions.length > 0) await insertAssetsIn(tx, insertions);
  for (const one of linked) await join(tx, one);
  for (const { upload, assetId, createdAt } of [...added, ...linked])
    tx.put('uploads', settled(upload, createdAt, { status: 'imported', entityId: assetId }));
  return true;
}

/** An upload that turns into an asset, or joins the one that has its bytes. */
interface Finishing {
  upload: UploadRecord;
  found: ProcessedFile;
  assetId: AssetId;
  createdAt: string;
}

async function insertionOf(
  tx: WriteTransaction,
  { upload, found, assetId: id, createdAt }: Finishing,
): Promise<AssetInsertion> {
  const { kind, mimeType, sha256, metadata, properties, thumbnail, modelName } = found;
  const modelId = modelName ? await findOrInsertModel(tx, modelName, createdAt) : metadata?.modelId;
  return {
    asset: {
      id,
      kind,
      mimeType,
      createdAt,
      collectionIds: [...upload.collectionIds],
      ...(upload.hide && { isHidden: true }),
      metadata: {
        name: upload.fileName,
        type: UPLOADED_TYPES[kind] ?? 'uploaded',
        ...(upload.parentId && { parentId: upload.parentId, rootParentId: upload.parentId }),
        ...metadata,
        ...(modelId && { modelId }),
        kind,
      },
      properties: { ...properties, size: upload.fileSize },
    },
    original: fileOf(upload),
    sha256,
    ...(thumbnail && { thumbnail }),
  };
}

/** `metadata.type` of an uploaded file of a kind that has one of its own. */
const UPLOADED_TYPES: Readonly<Record<string, string>> = {
  '3d': 'uploaded-3d',
  audio: 'uploaded-audio',
  video: 'uploaded-video',
  text: 'uploaded-text',
};

/** The asset that has the bytes joins the collections of the upload, whose own bytes are dropped. */
async function join(tx: WriteTransaction, { upload, assetId, createdAt: now }: Finishing): Promise<void> {
  deleteFile(tx, upload.id);
  const same = await tx.get('assets', assetId);
  if (!same) return;
  const known = await tx.getMany('collections', upload.collectionIds);
  const added = known
    .flatMap((collection) => (collection ? [collection.id] : []))
    .filter((id) => !same.asset.collectionIds.includes(id));
  if (added.length === 0) return;
  const changes = new AssetChanges(tx);
  changes.update(same, { ...same.asset, collectionIds: [...same.asset.collectionIds, ...added] });
  await changeCollectionCounts(tx, 'assetCount', new Map(added.map((id) => [id, 1])), now);
  await changes.flush(now);
}

async function assetWithHash(tx: ReadTransaction, sha256: string): Promise<AssetRecord | undefined> {
  const [found] = await tx.range('assets', { index: 'byHash', from: sha256, to: sha256, limit: 1 });
  return found;
}
