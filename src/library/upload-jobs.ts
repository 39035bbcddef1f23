import type { AssetKind, AssetMetadata, AssetProperties } from '~/contract/asset';
import type { AssetId, UploadId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import type { AssetRecord, StoredFile } from './asset-record';
import { changeCollectionCounts } from './collection-counts';
import { findOrInsertModel } from './find-or-insert-model';
import { deleteFile, INSERT_TABLES, insertAssetsIn } from './insert-assets';
import type { KnownFields } from './known-fields';
import { newId } from './new-id';
import type { ReadTransaction, Storage, WriteTransaction } from './storage';
import { readFile } from './stored-file';
import type { TableName } from './tables';
import type { UploadRecord } from './upload-record';

/** What processing found out about a file. `metadata` and `properties` are merged over what the upload says. */
export interface ProcessedFile {
  kind: AssetKind;
  mimeType: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  metadata?: Partial<KnownFields<AssetMetadata>>;
  properties?: Partial<KnownFields<AssetProperties>>;
  thumbnail?: { type: string; bytes: Uint8Array };
  /** A model the file says it was made with: found by name, or added to the models. */
  modelName?: string;
}

/** A claim older than this (milliseconds) belongs to somebody who is gone; others may take the upload over. */
const CLAIM_LIFETIME = 120_000;

/** How many waiting uploads are looked at for a free one: more than are ever processed side by side. */
const CLAIM_WINDOW = 32;

/**
 * Takes the oldest stored upload nobody works on: its status turns `validating`. Undefined where none waits. Pass
 * `takeOver` at the start of the only processor: what an earlier one left half-done is then taken at once.
 */
export async function claimNextUpload(
  storage: Storage,
  by: string,
  { now = new Date(), takeOver = false }: { now?: Date; takeOver?: boolean } = {},
): Promise<UploadRecord | undefined> {
  return storage.write(['uploads'], async (tx) => {
    const waiting = await tx.range('uploads', { index: 'byWaiting', limit: CLAIM_WINDOW });
    const free = waiting.find(({ claim }) => {
      if (!claim) return true;
      return claim.by === by ? false : takeOver || now.getTime() - claim.at > CLAIM_LIFETIME;
    });
    if (!free) return undefined;
    const claimed: UploadRecord = {
      ...free,
      status: 'validating',
      updatedAt: now.toISOString(),
      claim: { by, at: now.getTime() },
    };
    tx.put('uploads', claimed);
    return claimed;
  });
}

/** Uploads that wait for processing or are in it, oldest first. */
export async function listWaitingUploads(storage: Storage): Promise<UploadRecord[]> {
  return storage.read(['uploads'], (tx) => tx.range('uploads', { index: 'byWaiting' }));
}

/** The bytes of a stored upload: all of them, or `start` to `end` (exclusive). */
export async function readUpload(
  storage: Storage,
  upload: UploadRecord,
  start?: number,
  end?: number,
): Promise<ArrayBuffer> {
  const bytes = await readFile(storage, fileOf(upload), start, end);
  return bytes instanceof ArrayBuffer ? bytes : new Response(bytes).arrayBuffer();
}

/** The own asset with these bytes, if there is one. */
export async function findAssetByHash(storage: Storage, sha256: string): Promise<AssetId | undefined> {
  return storage.read(['assets'], async (tx) => (await assetWithHash(tx, sha256))?.id);
}

/**
 * Turns an upload into an asset, in one transaction: `imported` with `entityId`. Bytes the library already has are not
 * kept twice: the asset that has them joins the collections of the upload (`linked`). Undefined where the upload is gone.
 */
export async function finishUpload(
  storage: Storage,
  id: UploadId,
  found: ProcessedFile,
  now = new Date(),
): Promise<{ assetId: AssetId; linked: boolean } | undefined> {
  const createdAt = now.toISOString();
  return storage.write([...INSERT_TABLES, 'uploads'] satisfies TableName[], async (tx) => {
    const upload = await tx.get('uploads', id);
    if (upload?.waitingSince === undefined) return undefined;
    const same = await assetWithHash(tx, found.sha256);
    if (same) {
      await join(tx, same, upload, createdAt);
      deleteFile(tx, id);
      tx.put('uploads', settled(upload, createdAt, { status: 'imported', entityId: same.id }));
      return { assetId: same.id, linked: true };
    }
    const assetId = newId('asset') as AssetId;
    await insert(tx, assetId, upload, found, createdAt);
    tx.put('uploads', settled(upload, createdAt, { status: 'imported', entityId: assetId }));
    return { assetId, linked: false };
  });
}

/**
 * Gives an upload up: its bytes are dropped, then it is `failed` with a message for the person who sent it. Two
 * transactions, because a full disk takes no record before the bytes are gone.
 */
export async function failUpload(
  storage: Storage,
  id: UploadId,
  errorMessage: string,
  now = new Date(),
): Promise<void> {
  await storage.write(['uploads', 'chunks'], async (tx) => {
    const upload = await tx.get('uploads', id);
    if (upload?.waitingSince !== undefined) deleteFile(tx, id);
  });
  await storage.write(['uploads'], async (tx) => {
    const upload = await tx.get('uploads', id);
    if (upload?.waitingSince === undefined) return;
    tx.put('uploads', settled(upload, now.toISOString(), { status: 'failed', errorMessage }));
  });
}

async function insert(
  tx: WriteTransaction,
  assetId: AssetId,
  upload: UploadRecord,
  { kind, mimeType, sha256, metadata, properties, thumbnail, modelName }: ProcessedFile,
  createdAt: string,
): Promise<void> {
  const modelId = modelName ? await findOrInsertModel(tx, modelName, createdAt) : metadata?.modelId;
  await insertAssetsIn(tx, [
    {
      asset: {
        id: assetId,
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
    },
  ]);
}

/** `metadata.type` of an uploaded file of a kind that has one of its own. */
const UPLOADED_TYPES: Readonly<Record<string, string>> = {
  '3d': 'uploaded-3d',
  audio: 'uploaded-audio',
  video: 'uploaded-video',
  text: 'uploaded-text',
};

async function join(
  tx: WriteTransaction,
  same: AssetRecord,
  upload: UploadRecord,
  now: string,
): Promise<void> {
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

function settled(upload: UploadRecord, updatedAt: string, outcome: Partial<UploadRecord>): UploadRecord {
  const { waitingSince: _waiting, claim: _claim, ...rest } = upload;
  return { ...rest, updatedAt, ...outcome };
}

function fileOf(upload: UploadRecord): StoredFile {
  return { fileId: upload.id, partSizes: upload.partSizes.map((size) => size ?? 0) };
}
