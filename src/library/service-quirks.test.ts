import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { insertAssets } from './insert-assets';
import { createMemoryStorage } from './memory-storage';
import { type ServiceQuirks, withServiceQuirks } from './service-quirks';

interface Listing {
  assets: readonly { id: string; url: string; thumbnail: { url: string } }[];
  nextPaginationToken?: string;
}

async function answering(quirks: ServiceQuirks) {
  const storage = createMemoryStorage();
  await insertAssets(
    storage,
    Array.from({ length: 120 }, (_, n) => ({
      asset: {
        id: `a${n}` as AssetId,
        kind: 'image',
        mimeType: 'image/png',
        createdAt: new Date(n * 1000).toISOString(),
        metadata: { kind: 'image', type: 'uploaded' },
        thumbnail: `a${n}` as AssetId,
        color: '#7a6b58',
      },
    })),
  );
  const app = createLibraryApp({ storage });
  const answer = withServiceQuirks((request) => app.fetch(request), quirks);
  const list = async (query: Record<string, string>) => {
    const search = new URLSearchParams(query);
    const response = await answer(new Request(`http://library.test/v1/assets?${search}`));
    return (await response.json()) as Listing;
  };
  return { answer, list };
}

describe('the ways of the service', () => {
  it('make every page short and lose nothing', async () => {
    const { list } = await answering({ shortPages: true });
    const ids = new Set<string>();
    const sizes: number[] = [];
    let token: string | undefined;
    do {
      // oxlint-disable-next-line no-await-in-loop -- each token comes with the page before it
      const page = await list({ pageSize: '100', ...(token && { paginationToken: token }) });
      sizes.push(page.assets.length);
      for (const { id } of page.assets) ids.add(id);
      token = page.nextPaginationToken;
    } while (token !== undefined);
    expect(ids.size).toBe(120);
    expect(Math.max(...sizes)).toBeLessThan(40);
  });

  it('keep pictures elsewhere, for a while', async () => {
    const { answer, list } = await answering({ mediaOrigin: 'http://cdn.test', addressesMs: 50 });
    const { assets } = await list({ pageSize: '1' });
    const { url = '' } = assets[0] ?? {};
    expect(url).toMatch(/^http:\/\/cdn\.test\/media\/assets\/[^?]+\?Expires=\d+/);
    expect(assets[0]?.thumbnail.url).toMatch(
      /^http:\/\/cdn\.test\/media\/thumbnails\/[^?#]+\?Expires=\d+[^#]*#7a6b58$/,
    );
    // There is no file behind a record of a test; that is another answer than the one to a stranger.
    expect((await answer(new Request(url))).status).toBe(404);
    expect((await answer(new Request(url.replace(/Expires=\d+/, 'Expires=1')))).status).toBe(403);
    expect((await answer(new Request(url.split('?')[0] ?? ''))).status).toBe(403);
  });
});
