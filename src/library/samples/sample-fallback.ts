import { contentRange, parseByteRange } from '../byte-range';
import { loadSampleManifest, SAMPLE_PREFIX, type SampleAsset, samplesFolder } from './sample-manifest';

/**
 * Answers for sample media that are not stored yet from the site's own files, so that a first visit shows its
 * pictures while they are being stored. Undefined for everything else.
 */
export async function sampleMedia(request: Request, base: string): Promise<Response | undefined> {
  const path = new URL(request.url).pathname.slice(`${base}~library/media/`.length);
  const [kind, encoded = ''] = path.split('/');
  const id = decodeURIComponent(encoded);
  if (request.method !== 'GET' || !id.startsWith(SAMPLE_PREFIX)) return undefined;
  const sample = (await samplesOf(base))?.get(id);
  const file = kind === 'thumbnails' ? sample?.thumbnail : sample?.file;
  if (!file) return undefined;
  const range = request.headers.get('range');
  const response = await fetch(samplesFolder(base) + file, range ? { headers: { range } } : {});
  return range && response.status === 200 ? partOf(response, range) : response;
}

/**
 * The part that a `Range` header asks for (206, or 416 where there is no such part) of a file that a host has sent whole:
 * a player cannot seek in that. A header that asks for no single range is answered with all of it.
 */
export async function partOf(response: Response, range: string): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const size = bytes.byteLength;
  const part = parseByteRange(range, size);
  const headers = new Headers({ 'accept-ranges': 'bytes' });
  const type = response.headers.get('content-type');
  if (type) headers.set('content-type', type);
  if (!part) return new Response(bytes, { headers });
  headers.set('content-range', contentRange(part, size));
  if (part === 'unsatisfiable') return new Response(null, { status: 416, headers });
  return new Response(bytes.slice(part.start, part.end), { status: 206, headers });
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
