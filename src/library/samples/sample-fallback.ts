import { contentRange, parseByteRange } from '../byte-range';
import { mediaHeaders } from '../media-headers';
import {
  loadSampleManifest,
  SAMPLE_PREFIX,
  type SampleAsset,
  samplesFolder,
  SMALL_TYPE,
} from './sample-manifest';

/**
 * Answers for sample media that are not stored yet from the site's own files, so that a first visit shows its
 * pictures while they are being stored. Undefined for everything else. The answers are the library's own, with its headers: a
 * player that is given a file partly by the host and partly by the library, as it is stored meanwhile, plays neither.
 */
export async function sampleMedia(request: Request, base: string): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const media = `${base}~library/media/`;
  if (request.method !== 'GET' || !pathname.startsWith(media)) return undefined;
  const [kind, encoded = ''] = pathname.slice(media.length).split('/');
  const id = decodeURIComponent(encoded);
  if (!id.startsWith(SAMPLE_PREFIX)) return undefined;
  const sample = (await samplesOf(base))?.get(id);
  const file = kind === 'thumbnails' ? sample?.thumbnail : sample?.file;
  if (!sample || !file) return undefined;
  const range = request.headers.get('range');
  const response = await fetch(samplesFolder(base) + file, range ? { headers: { range } } : {});
  if (!response.ok && response.status !== 416) return undefined;
  const headers =
    file === sample.file
      ? mediaHeaders(sample.mimeType, id, searchParams.get('download') ?? undefined)
      : mediaHeaders(SMALL_TYPE, `t-${id}`, undefined);
  if (range && response.status === 200) return partOf(response, range, headers);
  const part = response.headers.get('content-range');
  if (part !== null) headers.set('content-range', part);
  // What the host says may be the length of what it has compressed.
  else if (response.ok && file === sample.file) headers.set('content-length', String(sample.size));
  return new Response(response.body, { status: response.status, headers });
}

/**
 * The part that a `Range` header asks for (206, or 416 where there is no such part) of a file that a host has sent whole:
 * a player cannot seek in that. A header that asks for no single range is answered with all of it.
 */
export async function partOf(response: Response, range: string, headers: Headers): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const size = bytes.byteLength;
  const part = parseByteRange(range, size);
  if (part) headers.set('content-range', contentRange(part, size));
  if (part === 'unsatisfiable') return new Response(null, { status: 416, headers });
  const { start, end } = part ?? { start: 0, end: size };
  headers.set('content-length', String(end - start));
  return new Response(bytes.slice(start, end), { status: part ? 206 : 200, headers });
}

let known: Promise<ReadonlyMap<string, SampleAsset> | undefined> | undefined;

/** Read once in the life of the worker, because a first screen asks for a dozen pictures at once. */
function samplesOf(base: string): Promise<ReadonlyMap<string, SampleAsset> | undefined> {
  known ??= loadSampleManifest(base)
    .then(({ assets }) => new Map(assets.map((asset) => [asset.id, asset])))
    .catch(() => {
      known = undefined;
      return undefined;
    });
  return known;
}
