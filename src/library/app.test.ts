import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { insertAssets } from './insert-assets';
import { createMemoryStorage } from './memory-storage';

const BASE = 'http://library.test/~library';

async function libraryOf(count: number) {
  const storage = createMemoryStorage();
  await insertAssets(
    storage,
    Array.from({ length: count }, (_, n) => ({
      asset: {
        id: `asset_${n}` as AssetId,
        kind: 'image',
        mimeType: 'image/png',
        createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
        metadata: { kind: 'image', type: 'uploaded', name: `Picture ${n}` },
      },
      original: new Uint8Array([n]),
    })),
  );
  const app = createLibraryApp({ storage, mount: '/~library' });
  return async (method: string, path: string, body?: unknown) =>
    app.request(`${BASE}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

describe('createLibraryApp', () => {
  it('makes addresses from the origin and the mount of the request', async () => {
    const send = await libraryOf(1);
    const answer = await send('GET', '/v1/assets/asset_0');
    expect(await answer.json()).toMatchObject({ asset: { url: `${BASE}/media/assets/asset_0` } });
    const media = await send('GET', '/media/assets/asset_0');
    expect(media.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await media.arrayBuffer())).toEqual(new Uint8Array([0]));
  });

  it('answers what it does not know with 404 and a reason', async () => {
    const send = await libraryOf(0);
    const answer = await send('GET', '/v1/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toHaveProperty('reason');
  });

  it('files, counts, finds and forgets', async () => {
    const send = await libraryOf(3);
    const made = (await (await send('POST', '/v1/collections', { name: ' Props ' })).json()) as {
      collection: { id: string; name: string };
    };
    const path = `/v1/collections/${made.collection.id}`;
    expect(made.collection.name).toBe('Props');
    const added = await send('PUT', `${path}/assets`, { assetIds: ['asset_0', 'asset_1'] });
    expect(await added.json()).toMatchObject({ collection: { assetCount: 2, itemCount: 2 } });
    const again = await send('PUT', `${path}/assets`, { assetIds: ['asset_2', 'asset_1'] });
    expect(again.status).toBe(400);
    const unfiled = await send('POST', '/v1/search/assets', {
      filter: 'collectionIds IS EMPTY',
      hitsPerPage: 5,
      page: 1,
    });
    expect(await unfiled.json()).toMatchObject({ totalHits: 1, hits: [{ id: 'asset_2' }] });
    expect((await send('DELETE', path)).status).toBe(200);
    const all = (await (await send('GET', '/v1/assets?sortBy=createdAt')).json()) as {
      assets: { id: string; collectionIds: string[] }[];
    };
    expect(all.assets.map(({ id }) => id)).toEqual(['asset_2', 'asset_1', 'asset_0']);
    expect(all.assets.flatMap(({ collectionIds }) => collectionIds)).toEqual([]);
  });
});
