import type { Storage } from '../storage';
import { finishUploads, type ProcessedFile, type ProcessedUpload } from '../finish-uploads';
import { failUpload, readUpload, reasonFor } from '../upload-jobs';
import type { UploadRecord } from '../upload-record';
import { type InspectedFile, inspectFile } from './inspect-file';
import { makeThumbnail } from './make-thumbnail';
import type { MediaFacts } from './media-probe';
import { createTurns } from './turns';

/** Asks the page what a worker cannot find out; undefined where the browser cannot decode the file. */
export type AskPage = (file: Blob) => Promise<MediaFacts | undefined>;

/** Milliseconds that what is known of a file may wait for the files after it. */
const LONGEST_WAIT_MS = 300;
/** Bytes of a file that is read before its turn. */
const MOST_AHEAD = 16 * 1024 * 1024;
/** Bytes of decoded pictures a worker holds: a small one is decoded while another is drawn, a large one is alone. */
const decoding = createTurns(128 * 1024 * 1024);

/**
 * Does for stored uploads what a server does: kind, hash, size, thumbnail, generation data. Each ends as an asset or as
 * failed with the reason; a full disk leaves nothing half-written. They are written together, and while that goes on the
 * next ones are looked at. `onEnded` hears of each when that is written down.
 */
export async function processUploads(
  storage: Storage,
  uploads: readonly UploadRecord[],
  ask: AskPage,
  onEnded: (ids: readonly string[]) => void,
): Promise<void> {
  let known: ProcessedUpload[] = [];
  let stored: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const storeReady = async (before: Promise<void>, ready: readonly ProcessedUpload[]) => {
    await before;
    await finishTogether(storage, uploads, ready);
    onEnded(ready.map(({ id }) => id));
  };
  const store = () => {
    clearTimeout(timer);
    timer = undefined;
    const ready = known;
    known = [];
    stored = storeReady(stored, ready);
    // Heard at the end; until then it is no rejection that nobody handles.
    stored.catch(() => undefined);
  };
  let ahead: Promise<ArrayBuffer> | undefined;
  try {
    for (const [n, upload] of uploads.entries()) {
      const bytes = ahead ?? readUpload(storage, upload);
      ahead = readAhead(storage, uploads[n + 1]);
      const found = await inspect(storage, upload, bytes, ask);
      if (!found) {
        onEnded([upload.id]);
        continue;
      }
      known.push({ id: upload.id, found, at: new Date() });
      timer ??= setTimeout(store, LONGEST_WAIT_MS);
    }
  } catch (thrown) {
    // Whoever hears of it drops the bytes of them all: none may become an asset after that.
    clearTimeout(timer);
    await stored.catch(() => undefined);
    throw thrown;
  }
  store();
  await stored;
}

/** Reads the bytes of the next upload before its turn, unless they are many. */
function readAhead(storage: Storage, upload: UploadRecord | undefined): Promise<ArrayBuffer> | undefined {
  if (!upload || upload.fileSize > MOST_AHEAD) return undefined;
  const bytes = readUpload(storage, upload);
  // Heard when its turn comes.
  bytes.catch(() => undefined);
  return bytes;
}

/** Where they cannot be written together, each is by itself, so that one that fails takes none along. */
async function finishTogether(
  storage: Storage,
  uploads: readonly UploadRecord[],
  ready: readonly ProcessedUpload[],
): Promise<void> {
  if (ready.length === 0) return;
  try {
    await finishUploads(storage, ready);
  } catch (thrown) {
    if (ready.length > 1) {
      for (const one of ready) await finishTogether(storage, uploads, [one]);
      return;
    }
    const upload = uploads.find(({ id }) => id === ready[0]?.id);
    if (upload) await failUpload(storage, upload.id, reasonFor(thrown, upload));
  }
}

/** What there is to know of an upload; undefined where it has been failed. */
async function inspect(
  storage: Storage,
  upload: UploadRecord,
  read: Promise<ArrayBuffer>,
  ask: AskPage,
): Promise<ProcessedFile | undefined> {
  const fail = async (reason: string) => {
    await failUpload(storage, upload.id, reason);
    return undefined;
  };
  try {
    const bytes = new Uint8Array(await read);
    const inspection = await inspectFile(bytes, upload.fileName);
    if (!inspection.ok) return await fail(inspection.reason);
    const { kind, mimeType, picture, metadata, properties, modelName } = inspection.file;
    const hashed = sha256(bytes);
    const seen = await decoding(decodedSize(inspection.file), async () => look(bytes, inspection.file, ask));
    if (!seen && picture === 'required') {
      return await fail(`${upload.fileName} is broken: it cannot be decoded`);
    }
    return {
      kind,
      mimeType,
      sha256: await hashed,
      metadata: { ...metadata, ...seen?.size },
      properties: { ...properties, ...seen?.size, ...seen?.properties },
      ...(modelName !== undefined && { modelName }),
      ...(seen?.thumbnail && { thumbnail: seen.thumbnail }),
    };
  } catch (error) {
    return fail(reasonFor(error, upload));
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
    return facts && { ...(size && { size }), thumbnail: { type: mimeType, bytes, color: facts.color } };
  }
  if (picture !== 'none') return makeThumbnail(bytes, file);
  if (kind !== 'video' && kind !== 'audio') return undefined;
  const facts = await ask(new Blob([bytes], { type: mimeType }));
  const size = sizeOf(facts);
  const { duration, poster, color } = facts ?? {};
  return {
    ...(size && { size }),
    ...(duration !== undefined && { properties: { duration } }),
    ...(poster && {
      thumbnail: { type: poster.type, bytes: new Uint8Array(await poster.arrayBuffer()), color },
    }),
  };
}

/** Bytes of the picture decoded, at four a pixel; where its size is not known, as many as there may be. */
function decodedSize({ size }: InspectedFile): number {
  return size ? 4 * size.width * size.height : Number.POSITIVE_INFINITY;
}

function sizeOf(facts: MediaFacts | undefined): Seen['size'] {
  const { width = 0, height = 0 } = facts ?? {};
  return width > 0 && height > 0 ? { width, height } : undefined;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
