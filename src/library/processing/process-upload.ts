import { NO_ROOM } from '~/contract/upload';
import { type Storage, StorageFullError } from '../storage';
import { failUpload, finishUpload, type ProcessedFile, readUpload } from '../upload-jobs';
import type { UploadRecord } from '../upload-record';
import { type InspectedFile, inspectFile } from './inspect-file';
import { makeThumbnail } from './make-thumbnail';
import type { MediaFacts } from './media-probe';

/** Asks the page what a worker cannot find out; undefined where the browser cannot decode the file. */
export type AskPage = (file: Blob) => Promise<MediaFacts | undefined>;

/**
 * Does for one stored upload what a server does: kind, hash, size, thumbnail, generation data. It ends as an asset or
 * as failed with the reason; a full disk leaves nothing half-written.
 */
export async function processUpload(storage: Storage, upload: UploadRecord, ask: AskPage): Promise<void> {
  try {
    const bytes = new Uint8Array(await readUpload(storage, upload));
    const inspection = await inspectFile(bytes, upload.fileName);
    if (!inspection.ok) return await failUpload(storage, upload.id, inspection.reason);
    const seen = await look(bytes, inspection.file, ask);
    if (!seen && inspection.file.picture === 'required') {
      return await failUpload(storage, upload.id, `${upload.fileName} is broken: it cannot be decoded`);
    }
    await finishUpload(storage, upload.id, {
      kind: inspection.file.kind,
      mimeType: inspection.file.mimeType,
      sha256: await sha256(bytes),
      metadata: { ...inspection.file.metadata, ...seen?.size },
      properties: { ...inspection.file.properties, ...seen?.size, ...seen?.properties },
      ...(inspection.file.modelName !== undefined && { modelName: inspection.file.modelName }),
      ...(seen?.thumbnail && { thumbnail: seen.thumbnail }),
    });
  } catch (error) {
    await failUpload(storage, upload.id, reasonOf(error, upload));
  }
}

interface Seen {
  size?: { width: number; height: number };
  properties?: { duration: number };
  thumbnail?: NonNullable<ProcessedFile['thumbnail']>;
}

async function look(
  bytes: Uint8Array<ArrayBuffer>,
  file: InspectedFile,
  ask: AskPage,
): Promise<Seen | undefined> {
  const { kind, mimeType, picture } = file;
  if (mimeType === 'image/svg+xml') {
    const facts = await ask(new Blob([bytes], { type: mimeType }));
    const size = file.size ?? sizeOf(facts);
    return facts && { ...(size && { size }), thumbnail: { type: mimeType, bytes } };
  }
  if (picture !== 'none') return makeThumbnail(bytes, file);
  if (kind !== 'video' && kind !== 'audio') return undefined;
  const facts = await ask(new Blob([bytes], { type: mimeType }));
  const size = sizeOf(facts);
  const { duration, poster } = facts ?? {};
  return {
    ...(size && { size }),
    ...(duration !== undefined && { properties: { duration } }),
    ...(poster && { thumbnail: { type: poster.type, bytes: new Uint8Array(await poster.arrayBuffer()) } }),
  };
}

function sizeOf(facts: MediaFacts | undefined): Seen['size'] {
  const { width = 0, height = 0 } = facts ?? {};
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function reasonOf(error: unknown, { fileName, fileSize }: UploadRecord): string {
  if (error instanceof StorageFullError) {
    return `${NO_ROOM}: ${fileName} needs ${Math.ceil(fileSize / 1e6)} MB more`;
  }
  return `${fileName} could not be processed: ${error instanceof Error ? error.message : 'unknown reason'}`;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
