import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { createAsset } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import type { FileToSend } from './file-sender';
import type { LookAlikes } from './look-alikes';
import { isAssetOf, listMadeSince } from './made-since';
import type { ImportProblem } from './import-state';
import type { Patience } from './patience';
import { FileRefused } from './upload-file';

/** Bytes above which the text that is made of a picture holds up the page for longer than its requests are worth. */
const SMALL_BYTES = 2 * 1024 * 1024;
/** Pictures that every workspace takes in one request. */
const PICTURE = /^image\/(?:jpeg|png|webp)$/;

interface WholeFileOptions {
  client: ApiClient;
  patience: Patience;
  signal: AbortSignal;
  to: FileToSend;
  /** When the session began, by the workspace's clock. */
  since: string;
  lookAlikes: LookAlikes;
}

/** Whether a file may be sent in one request instead of the four or more of an upload. */
export function fitsOneRequest({ size, type }: File): boolean {
  return size <= SMALL_BYTES && PICTURE.test(type);
}

/**
 * Sends a picture in one request; undefined where the workspace wants it in parts. It may have become an asset although the
 * answer was lost: then that is looked for among the newest, before it is sent again and before it is given up.
 */
export async function sendWhole(options: WholeFileOptions): Promise<AssetSummary | undefined> {
  const { client, patience, signal, to, lookAlikes } = options;
  const { file, collectionIds } = to;
  const body = {
    name: file.name,
    image: await readDataUrl(file),
    ...(collectionIds.length > 0 && { collectionIds: [...collectionIds] }),
  };
  const send = async () => {
    signal.throwIfAborted();
    const known = to.unclear ? await findSent(options) : undefined;
    if (known) return known;
    try {
      return await createAsset(client, body, signal);
    } catch (thrown) {
      to.unclear ||= thrown instanceof ApiError && thrown.unclear;
      throw thrown;
    }
  };
  try {
    const asset = await patience.ask(send, { haltOn: forbids });
    lookAlikes.taken.add(asset.id);
    return asset;
  } catch (thrown) {
    if (wantsParts(thrown)) return undefined;
    const known = to.unclear ? await findSent(options).catch(() => undefined) : undefined;
    if (known) return known;
    throw thrown;
  }
}

/** What would meet every other picture too. */
function forbids(error: ApiError): ImportProblem | undefined {
  return error.kind === 'forbidden' ? { kind: 'refused', message: error.message } : undefined;
}

/** No such way, or not for as many bytes. A collection that is unknown is named so by the upload. */
function wantsParts(thrown: unknown): boolean {
  return thrown instanceof ApiError && [404, 405, 413, 501].includes(thrown.status ?? 0);
}

/**
 * The asset that a file became whose answer was lost: of its name and size, in its collections. Not where another file of the
 * tab looks the same: which of them came is not known, and twice is better than never.
 */
async function findSent(options: WholeFileOptions): Promise<AssetSummary | undefined> {
  const { client, to, since, lookAlikes } = options;
  if (!lookAlikes.isAlone(to.file)) return undefined;
  const items = await listMadeSince(client, since, 1);
  const { taken } = lookAlikes;
  const found = items.find((asset) => isAssetOf(asset, to.file, to.collectionIds) && !taken.has(asset.id));
  if (found) taken.add(found.id);
  return found;
}

async function readDataUrl(file: File): Promise<string> {
  const bytes = await file.arrayBuffer().catch(() => {
    throw new FileRefused('It was changed, moved or deleted after it was chosen.');
  });
  return `data:${file.type};base64,${toBase64(new Uint8Array(bytes))}`;
}

/** Bytes that become characters at a time: as many arguments as every engine takes. */
const PIECE = 0x8000;

function toBase64(bytes: Uint8Array & { toBase64?: () => string }): string {
  // Of 2025.
  if (bytes.toBase64) return bytes.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
