import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { insertAssets } from './insert-assets';
import { createMemoryStorage } from './memory-storage';

const MEDIA = 'http://library.test/media/thumbnails';
const asset = (id: string) => ({
  id: id as AssetId,
  kind: 'image',
  mimeType: 'image/png',
  createdAt: '2026-01-01T00:00:00.000Z',
});
const thumbnail = { type: 'image/webp', bytes: new Uint8Array([1, 2]) };

/** One asset with a colour, and one from before there were any. */
async function library() {
  const storage = createMemoryStorage();
  await insertAssets(storage, [
    { asset: asset('a'), thumbnail: { ...thumbnail, color: '#7a6b58' } },
    { asset: asset('b'), thumbnail },
  ]);
  const app = createLibraryApp({ storage });
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return (await app.request(`http://library.test/v1/${path}`, init)).json() as Promise<unknown>;
  };
}

describe('the address of a thumbnail', () => {
  it('ends with the colour of the picture, in an asset as in a hit', async () => {
    const send = await library();
    const of = (url: string) => ({ thumbnail: { assetId: url.slice(0, 1), url: `${MEDIA}/${url}` } });
    const found = await send('GET', 'assets/a');
    expect(found).toMatchObject({ asset: of('a#7a6b58') });
    expect(found).not.toHaveProperty('asset.color');
    expect(await send('GET', 'assets/b')).toMatchObject({ asset: of('b') });
    const filter = 'collectionIds IS EMPTY';
    const { hits } = (await send('POST', 'search/assets', { filter, hitsPerPage: 5, page: 1 })) as {
      hits: { thumbnail: { url: string } }[];
    };
    expect(hits.map(({ thumbnail: { url } }) => url).sort()).toEqual([`${MEDIA}/a#7a6b58`, `${MEDIA}/b`]);
  });

  it('does so where it stands for a collection, as long as it does', async () => {
    const send = await library();
    const { collection } = (await send('POST', 'collections', { name: 'Props' })) as {
      collection: { id: string };
    };
    const change = (body: object) => send('PUT', `collections/${collection.id}`, body);
    const shown = (url: string) => ({ collection: { thumbnail: { url: `${MEDIA}/${url}` } } });
    expect(await change({ thumbnail: 'a' })).toMatchObject(shown('a#7a6b58'));
    const renamed = await change({ name: 'Set' });
    expect(renamed).toMatchObject(shown('a#7a6b58'));
    expect(renamed).not.toHaveProperty('collection.color');
    expect(await change({ thumbnail: 'b' })).toMatchObject(shown('b'));
    await change({ thumbnail: 'a' });
    await send('DELETE', 'assets', { assetIds: ['a'] });
    expect(await change({ thumbnail: 'b' })).toMatchObject(shown('b'));
  });
});
