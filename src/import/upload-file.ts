import { ApiError } from '~/api/api-error';
import type { ApiClient } from '~/api/client';
import { completeUpload, createUpload, getUpload, putUploadPart } from '~/api/uploads';
import type { CollectionId } from '~/contract/ids';
import type { Upload } from '~/contract/upload';
import { planParts, uploadKindOf } from './import-plan';
import type { ImportProblem } from './import-state';
import type { Patience } from './patience';

interface UploadFileOptions {
  client: ApiClient;
  patience: Patience;
  signal: AbortSignal;
  file: File;
  /** Where it goes by now: a collection may be gone when it is asked for again. */
  collectionIds: () => readonly CollectionId[];
  onAnnounced: (upload: Upload) => void;
  onSent: (bytes: number) => void;
}

/** A file that cannot be brought in, with the reason a person reads. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Why a file could not be brought in, for a person. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof ApiError || thrown instanceof FileRefused) return thrown.message;
  return 'It could not be read.';
}

/**
 * Sends one file through the contract's uploads, part after part; only the part in flight is in memory. Parts can be
 * sent again without harm, and an upload never completed is the workspace's to sweep.
 */
export async function uploadFile(options: UploadFileOptions): Promise<Upload> {
  try {
    return await sendOnce(options);
  } catch (thrown) {
    // Part addresses expire: after a long pause the upload is begun afresh, once.
    if (!(thrown instanceof PartRefused)) throw thrown;
    options.onSent(0);
    return sendOnce(options);
  }
}

class PartRefused extends ApiError {}

async function sendOnce({
  client,
  patience,
  signal,
  file,
  collectionIds,
  onAnnounced,
  onSent,
}: UploadFileOptions): Promise<Upload> {
  const parts = planParts(file.size);
  const announced = {
    kind: uploadKindOf(file.name, file.type),
    fileName: file.name,
    fileSize: file.size,
    contentType: file.type || 'application/octet-stream',
    parts: parts.length,
  };
  const announce = () => {
    const ids = [...collectionIds()];
    const body = { ...announced, ...(ids.length > 0 && { assetOptions: { collectionIds: ids } }) };
    return createUpload(client, body, signal);
  };
  const upload = await patience.ask(announce, {
    haltOn: (error) => refusesAll(error, collectionIds().length > 0),
  });
  onAnnounced(upload);
  const urls = new Map(upload.parts?.map((part) => [part.number, part.url]));
  for (const { number, start, end } of parts) {
    const url = urls.get(number);
    if (url === undefined) throw new FileRefused(`The workspace named no address for part ${number}.`);
    await patience.ask(async () => putPart(client, url, await readPart(file, start, end), signal));
    onSent(end);
  }
  return complete(client, patience, upload, signal);
}

async function readPart(file: File, start: number, end: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(start, end).arrayBuffer();
  } catch {
    throw new FileRefused('It was changed, moved or deleted after it was chosen.');
  }
}

async function putPart(
  client: ApiClient,
  url: string,
  bytes: ArrayBuffer,
  signal: AbortSignal,
): Promise<void> {
  try {
    await putUploadPart(client, url, bytes, signal);
  } catch (thrown) {
    const gone = thrown instanceof ApiError && (thrown.kind === 'forbidden' || thrown.kind === 'not-found');
    throw gone ? new PartRefused(thrown.kind, thrown.message, { status: thrown.status }) : thrown;
  }
}

/**
 * All bytes are there, so a paused session ends this file too. Completing twice may be refused, so after an unclear
 * answer the upload is read before it is asked for again. Once asked for, it is heard to the end: the workspace
 * imports the file even if the session is cancelled meanwhile.
 */
async function complete(
  client: ApiClient,
  patience: Patience,
  upload: Upload,
  signal: AbortSignal,
): Promise<Upload> {
  let unclear = false;
  const readCompleted = async () => {
    const known = await getUpload(client, upload.id);
    return known.status === 'pending' ? undefined : known;
  };
  const finish = async () => {
    signal.throwIfAborted();
    const known = unclear ? await readCompleted() : undefined;
    if (known) return known;
    try {
      return await completeUpload(client, upload.id);
    } catch (thrown) {
      unclear = thrown instanceof ApiError && thrown.unclear;
      throw thrown;
    }
  };
  try {
    return await patience.ask(finish, { atOnce: true });
  } catch (thrown) {
    const known = signal.aborted && unclear ? await readCompleted() : undefined;
    if (known) return known;
    throw thrown;
  }
}

/** What is not found is a collection that the file was to go to or, without one, the way in itself. */
function refusesAll({ kind, message }: ApiError, hasCollections: boolean): ImportProblem | undefined {
  if (kind === 'not-found' && hasCollections) return { kind: 'target-gone', message };
  return kind === 'forbidden' || kind === 'not-found' ? { kind: 'refused', message } : undefined;
}
