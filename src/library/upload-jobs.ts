import type { UploadId } from '~/contract/ids';
import { NO_ROOM } from '~/contract/upload';
import type { StoredFile } from './asset-record';
import { deleteFile } from './insert-assets';
import { type Storage, StorageFullError } from './storage';
import { ChunkMissingError, readFile, sizeOfFile } from './stored-file';
import type { UploadRecord } from './upload-record';

/** A claim older than this (milliseconds) belongs to somebody who is gone; others may take the upload over. */
const CLAIM_LIFETIME = 120_000;

/** How many waiting uploads are looked at for free ones: more than are ever processed side by side. */
const CLAIM_WINDOW = 64;
/** The most one claim takes: a transaction for each file would cost more than the file. */
const CLAIM_MOST = 8;

/**
 * Takes the oldest stored uploads nobody works on: their status turns `validating`. At most eight, and no more than a
 * `slots`th of what waits, so that whoever is as free gets as much; empty where none waits. Pass `takeOver` at the start of
 * the only processor: what an earlier one left half-done is then taken at once.
 */
export async function claimUploads(
  storage: Storage,
  by: string,
  { now = new Date(), slots = 1, takeOver = false }: { now?: Date; slots?: number; takeOver?: boolean } = {},
): Promise<UploadRecord[]> {
  return storage.write(['uploads'], async (tx) => {
    const waiting = await tx.range('uploads', { index: 'byWaiting', limit: CLAIM_WINDOW });
    const free = waiting.filter(({ claim }) => {
      if (!claim) return true;
      return claim.by === by ? false : takeOver || now.getTime() - claim.at > CLAIM_LIFETIME;
    });
    const taken = free.slice(0, Math.min(CLAIM_MOST, Math.ceil(free.length / slots)));
    return taken.map((upload) => {
      const claimed: UploadRecord = {
        ...upload,
        status: 'validating',
        updatedAt: now.toISOString(),
        claim: { by, at: now.getTime() },
      };
      tx.put('uploads', claimed);
      return claimed;
    });
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
  const file = fileOf(upload);
  const [from, to] = [start ?? 0, end ?? sizeOfFile(file)];
  const bytes = await readFile(storage, file, from, to);
  if (bytes instanceof ArrayBuffer) return bytes;
  // Read here: of what a stream says when it fails, a `Response` around it leaves nothing in Chromium.
  const whole = new Uint8Array(to - from);
  const reader = bytes.getReader();
  for (let at = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return whole.buffer;
    whole.set(value, at);
    at += value.byteLength;
  }
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

/**
 * Gives the newest waiting upload up that nobody works on, for want of room: with that, those before it can be dealt with.
 * Nothing where none waits.
 */
export async function giveUpNewest(storage: Storage, now = new Date()): Promise<void> {
  const newest = (await listWaitingUploads(storage)).findLast(({ claim }) => !claim);
  if (newest) await failUpload(storage, newest.id, reasonFor(new StorageFullError(), newest), now);
}

/** What is said of an upload that could not be dealt with; without room it begins with `NO_ROOM`. */
export function reasonFor(error: unknown, { fileName, fileSize }: UploadRecord): string {
  // A waiting upload without its bytes was given up for want of room, when there was none for the verdict either.
  if (error instanceof StorageFullError || error instanceof ChunkMissingError)
    return `${NO_ROOM}: ${fileName} needs ${Math.ceil(fileSize / 1e6)} MB more`;
  return `${fileName} could not be processed: ${error instanceof Error ? error.message : 'unknown reason'}`;
}

/** The record of an upload that came to its end. */
export function settled(
  upload: UploadRecord,
  updatedAt: string,
  outcome: Partial<UploadRecord>,
): UploadRecord {
  const { waitingSince: _waiting, claim: _claim, ...rest } = upload;
  return { ...rest, updatedAt, ...outcome };
}

/** The stored parts of an upload as one file. */
export function fileOf(upload: UploadRecord): StoredFile {
  return { fileId: upload.id, partSizes: upload.partSizes.map((size) => size ?? 0) };
}
