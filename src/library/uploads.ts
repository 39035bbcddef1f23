import type { CreateAssetBody } from '~/contract/asset';
import type { UploadId } from '~/contract/ids';
import type { CreateUploadBody } from '~/contract/upload';
import { deleteFile, storeBytes } from './insert-assets';
import { badRequest, LibraryError, notFound } from './library-error';
import { requireCollection } from './membership';
import { UPLOAD_LIFETIME } from './present-upload';
import type { ReadTransaction, Storage, WriteTransaction } from './storage';
import type { UploadRecord } from './upload-record';

/** Announces an upload; 404 where one of its collections does not exist. */
export async function createUpload(
  tx: WriteTransaction,
  id: UploadId,
  body: CreateUploadBody,
  now: string,
): Promise<UploadRecord> {
  const { collectionIds = [], parentId, hide } = body.assetOptions ?? {};
  const distinct = [...new Set(collectionIds)];
  for (const collectionId of distinct) await requireCollection(tx, collectionId);
  const record: UploadRecord = {
    id,
    status: 'pending',
    kind: body.kind,
    fileName: body.fileName,
    fileSize: body.fileSize,
    contentType: body.contentType,
    partSizes: Array.from({ length: body.parts }, () => null),
    collectionIds: distinct,
    ...(parentId && { parentId }),
    ...(hide && { hide }),
    createdAt: now,
    updatedAt: now,
    pendingSince: Date.parse(now),
  };
  tx.put('uploads', record);
  return record;
}

export interface WholeFile extends Omit<CreateAssetBody, 'image'> {
  id: UploadId;
  bytes: Uint8Array<ArrayBuffer>;
  /** As whoever sent it says. */
  type: string | undefined;
  now: string;
}

/** Stores a picture that came whole as an upload with all its parts; 404 where one of its collections does not exist. */
export async function storeWhole(tx: WriteTransaction, whole: WholeFile): Promise<void> {
  const { id, name, bytes, type = 'application/octet-stream', now, ...assetOptions } = whole;
  const size = bytes.byteLength;
  const announced = { kind: 'image', fileName: name, fileSize: size, contentType: type, parts: 1 } as const;
  const record = await createUpload(tx, id, { ...announced, assetOptions }, now);
  const { partSizes } = storeBytes(tx, id, bytes);
  tx.put('uploads', closed({ ...record, partSizes }, now));
}

/** The upload whose part may be written now; 404 where there is none, 400 where it takes no parts any more. */
export async function requirePart(tx: ReadTransaction, id: string, number: number): Promise<UploadRecord> {
  const upload = await tx.get('uploads', id);
  if (!upload) throw notFound('Upload', id);
  if (upload.status !== 'pending') throw badRequest(`Upload ${id} takes no more parts`);
  if (!(number >= 1 && number <= upload.partSizes.length)) throw notFound('Part', String(number));
  return upload;
}

/** Closes an upload: 400 unless all parts are there and make up `fileSize`. Closing it again changes nothing. */
export async function markComplete(
  tx: WriteTransaction,
  id: UploadId,
  now: string,
): Promise<{ record: UploadRecord; changed: boolean }> {
  const record = await tx.get('uploads', id);
  if (!record) throw notFound('Upload', id);
  if (record.status !== 'pending') return { record, changed: false };
  const missing = record.partSizes.indexOf(null);
  if (missing !== -1) throw badRequest(`Part ${missing + 1} is missing`);
  const size = record.partSizes.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  if (size !== record.fileSize)
    throw badRequest(`The parts hold ${size} bytes instead of ${record.fileSize}`);
  const complete = closed(record, now);
  tx.put('uploads', complete);
  return { record: complete, changed: true };
}

/** The upload with all its parts, waiting for its turn to be processed. */
function closed({ pendingSince: _gone, ...rest }: UploadRecord, now: string): UploadRecord {
  return { ...rest, status: 'complete', updatedAt: now, waitingSince: Date.parse(now) };
}

/** Forgets uploads that were never closed and got no part for `idle` milliseconds, with their bytes. Gives back how many. */
export async function sweepUploads(storage: Storage, now: Date, idle = UPLOAD_LIFETIME): Promise<number> {
  return storage.write(['uploads', 'chunks'], async (tx) => {
    const old = await tx.range('uploads', { index: 'byPending', to: now.getTime() - idle });
    for (const { id } of old) {
      deleteFile(tx, id);
      tx.delete('uploads', id);
    }
    return old.length;
  });
}

/** 413: more bytes than the upload announced. */
export function tooLarge(fileSize: number): LibraryError {
  return new LibraryError(413, `The upload was announced with ${fileSize} bytes`);
}
