import type { AssetKind, AssetMetadata, AssetProperties } from '~/contract/asset';
import type { AssetId, UploadId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import type { AssetRecord } from './asset-record';
import { changeCollectionCounts } from './collection-counts';
import { findOrInsertModel } from './find-or-insert-model';
import { type AssetInsertion, deleteFile, INSERT_TABLES, insertAssetsIn } from './insert-assets';
import type { KnownFields } from './known-fields';
import { newId } from './new-id';
import type { ReadTransaction, Storage, WriteTransaction } from './storage';
import type { TableName } from './tables';
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
  await storage.write([...INSERT_TABLES, 'uploads'] satisfies TableName[], async (tx) => {
    const insertions: AssetInsertion[] = [];
    const added = new Map<string, AssetId>();
    const linked: { assetId: AssetId; upload: UploadRecord; createdAt: string }[] = [];
    for (const { id, found, at = new Date() } of uploads) {
      const upload = await tx.get('uploads', id);
      if (upload?.waitingSince === undefined) continue;
      const createdAt = at.toISOString();
      const same = added.get(found.sha256) ?? (await assetWithHash(tx, found.sha256))?.id;
      const assetId = same ?? (newId('asset') as AssetId);
      if (same) {
        linked.push({ assetId, upload, createdAt });
        deleteFile(tx, id);
      } else {
        insertions.push(await insertionOf(tx, assetId, upload, found, createdAt));
        added.set(found.sha256, assetId);
      }
      tx.put('uploads', settled(upload, createdAt, { status: 'imported', entityId: assetId }));
    }
    if (insertions.length > 0) await insertAssetsIn(tx, insertions);
    for (const { assetId, upload, createdAt } of linked) await join(tx, assetId, upload, createdAt);
  });
}

/** The own asset with these bytes, if there is one. */
export async function findAssetByHash(storage: Storage, sha256: string): Promise<AssetId | undefined> {
  return storage.read(['assets'], async (tx) => (await assetWithHash(tx, sha256))?.id);
}

async function insertionOf(
  tx: WriteTransaction,
  id: AssetId,
  upload: UploadRecord,
  { kind, mimeType, sha256, metadata, properties, thumbnail, modelName }: ProcessedFile,
  createdAt: string,
): Promise<AssetInsertion> {
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

/** The asset that has the bytes joins the collections of the upload. */
async function join(tx: WriteTransaction, id: AssetId, upload: UploadRecord, now: string): Promise<void> {
  const same = await tx.get('assets', id);
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
