import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { createAsset } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import type { AssetId, CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
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
  file: File;
  collectionIds: readonly CollectionId[];
  /** When the session began, by the workspace's clock. */
  since: string;
  /** Assets that other files of the session became; it becomes one of them. */
  taken: Set<AssetId>;
}

/** Whether a file may be sent in one request instead of the four or more of an upload. */
export function fitsOneRequest({ size, type }: File): boolean {
  return size <= Math.min(SMALL_BYTES, LIMITS.wholeAssetBytes - 1) && PICTURE.test(type);
}

/**
 * Sends a picture in one request; undefined where the workspace wants it in parts. It may have become an asset although the
 * answer was lost: then that is looked for among the newest before it is sent again, also when the session was cancelled.
 */
export async function sendWhole(options: WholeFileOptions): Promise<AssetSummary | undefined> {
  const { client, patience, signal, file, collectionIds, taken } = options;
  const body = {
    name: file.name,
    image: await readDataUrl(file),
    ...(collectionIds.length > 0 && { collectionIds: [...collectionIds] }),
  };
  let unclear = false;
  const send = async () => {
    signal.throwIfAborted();
    const known = unclear ? await findSent(options) : undefined;
    if (known) return known;
    try {
      return await createAsset(client, body);
    } catch (thrown) {
      unclear ||= thrown instanceof ApiError && thrown.unclear;
      throw thrown;
    }
  };
  try {
    const asset = await patience.ask(send, { haltOn: forbids });
    taken.add(asset.id);
    return asset;
  } catch (thrown) {
    if (wantsParts(thrown)) return undefined;
    const known = signal.aborted && unclear ? await findSent(options) : undefined;
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

/** The asset that a file became whose answer was lost: of its name and size, and of no other file of the session. */
async function findSent({ client, file, since, taken }: WholeFileOptions): Promise<AssetSummary | undefined> {
  const items = await listMadeSince(client, since, 1);
  const found = items.find((asset) => isAssetOf(asset, file) && !taken.has(asset.id));
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
