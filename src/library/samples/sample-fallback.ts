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
  return fetch(samplesFolder(base) + file, range ? { headers: { range } } : {});
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
