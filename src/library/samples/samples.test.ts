// @vitest-environment node
import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from '../app';
import { insertAssets } from '../insert-assets';
import { createMemoryStorage } from '../memory-storage';
import { hasSamples, removeSamples } from './remove-samples';
import { loadSampleManifest, sampleCollectionId } from './sample-manifest';
import { neverHadSamples, SAMPLES_FACT, seedSamples } from './seed-samples';
import { storeSampleMedia } from './store-sample-media';

const root = 'public/samples/';
const now = new Date('2026-01-02T00:00:00Z');

function serveFiles() {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const path = `public${input as string}`;
    return existsSync(path) ? new Response(readFileSync(path)) : new Response('', { status: 404 });
  });
}

async function setUp() {
  const files = serveFiles();
  const manifest = await loadSampleManifest('/');
  const storage = createMemoryStorage();
  const app = createLibraryApp({ storage });
  const get = async (path: string) => (await app.request(`http://h${path}`)).json() as Promise<Body>;
  return { files, manifest, storage, app, get };
}
interface Body {
  assets: { id: string; thumbnail?: { url: string }; url: string }[];
  collections: { id: string; assetCount: number; thumbnail?: { url: string } }[];
  models: { id: string }[];
}

afterEach(() => vi.restoreAllMocks());

describe('samples', () => {
  it('name files that exist, covers and parents that are samples, in 4 MB at most', async () => {
    const { manifest } = await setUp();
    const ids = new Set(manifest.assets.map(({ id }) => id));
    const files = manifest.assets.flatMap(({ file, thumbnail }) => (thumbnail ? [file, thumbnail] : [file]));
    expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
    const named = [
      ...manifest.assets.flatMap(({ parent }) => parent ?? []),
      ...manifest.collections.flatMap(({ cover }) => cover ?? []),
      ...manifest.models.map(({ thumbnail }) => thumbnail),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(manifest.assets.filter(({ kind, width }) => kind === 'image' && !width)).toEqual([]);
    const bytes = [...new Set(files)].reduce((sum, file) => sum + statSync(root + file).size, 0);
    expect(bytes).toBeLessThan(4e6);
  });

  it('are seeded once, with counts, covers and models', async () => {
    const { manifest, storage, get } = await setUp();
    expect(await neverHadSamples(storage)).toBe(true);
    expect(await seedSamples(storage, manifest, now)).toBe(manifest.assets.length);
    expect(await seedSamples(storage, manifest, now)).toBe(0);
    expect(await neverHadSamples(storage)).toBe(false);
    const { collections } = await get('/v1/collections?pageSize=100');
    expect(collections).toHaveLength(manifest.collections.length);
    const cast = collections.find(({ id }) => id === 'sample-cast');
    expect(cast).toMatchObject({ assetCount: 13, modelCount: 4, thumbnail: { assetId: 'sample-op2' } });
    // Behind `#` stands the colour, except of what is transparent.
    const covers = collections.map(({ id, thumbnail }) => [id, thumbnail?.url.split('#')[1]]);
    expect(Object.fromEntries(covers)).toMatchObject({
      'sample-coast': 'd56d62',
      'sample-fleet': undefined,
    });
    const { models } = await get('/v1/models');
    expect(models).toHaveLength(manifest.models.length);
  });

  it('get their files, going on where it was cut off', async () => {
    const { files, manifest, storage, app, get } = await setUp();
    await seedSamples(storage, manifest, now);
    let allowed = 20;
    const serve = files.getMockImplementation();
    files.mockImplementation(async (...call) => {
      allowed -= 1;
      if (allowed < 0 || !serve) throw new TypeError('offline');
      return serve(...call);
    });
    await expect(storeSampleMedia(storage, manifest, '/')).rejects.toThrow('offline');
    serveFiles();
    await storeSampleMedia(storage, manifest, '/');
    const { assets } = await get('/v1/assets?pageSize=100');
    const urls = assets.flatMap(({ url, thumbnail }) => (thumbnail ? [url, thumbnail.url] : [url]));
    const answers = await Promise.all(urls.map(async (url) => app.request(url)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('get their files although they were removed and brought back meanwhile', async () => {
    const { files, manifest, storage } = await setUp();
    await seedSamples(storage, manifest, now);
    const serve = files.getMockImplementation();
    let asked = 0;
    files.mockImplementation(async (...call) => {
      asked += 1;
      if (asked === 60) {
        await removeSamples(storage, now);
        await seedSamples(storage, manifest, now);
      }
      return serve?.(...call) ?? Response.error();
    });
    await storeSampleMedia(storage, manifest, '/');
    const records = await storage.read(['assets'], (tx) => tx.range('assets', { index: 'byCreated' }));
    expect(records.filter(({ file }) => !file)).toEqual([]);

    await removeSamples(storage, now);
    await storeSampleMedia(storage, manifest, '/');
    const fact = await storage.read(['facts'], (tx) => tx.get('facts', SAMPLES_FACT));
    expect(fact?.value).toBe('removed');
  });

  it('go without what somebody made of them, and come back', async () => {
    const { manifest, storage, get } = await setUp();
    await seedSamples(storage, manifest, now);
    await insertAssets(storage, [
      {
        asset: {
          id: 'mine' as AssetId,
          kind: 'image',
          mimeType: 'image/png',
          createdAt: now.toISOString(),
          collectionIds: [sampleCollectionId('coast')],
        },
      },
    ]);
    await removeSamples(storage, now);
    const left = await get('/v1/collections?pageSize=100');
    expect(left.collections).toMatchObject([{ id: 'sample-coast', assetCount: 1 }]);
    expect((await get('/v1/assets')).assets).toMatchObject([{ id: 'mine' }]);
    expect((await get('/v1/models')).models).toEqual([]);
    expect(await neverHadSamples(storage)).toBe(false);

    await seedSamples(storage, manifest, now);
    expect(await hasSamples(storage)).toBe(true);
    const back = await get('/v1/collections?pageSize=100');
    expect(back.collections.find(({ id }) => id === 'sample-coast')).toMatchObject({ assetCount: 6 });
  });
});
