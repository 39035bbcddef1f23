import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { createApiClient } from '~/api/client';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetPage, assetQueries } from './asset-queries';

type Answer = (path: string, search: URLSearchParams, body: Record<string, unknown>) => unknown;

function workspaceAnswering(answer: Answer): Workspace {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return Response.json(answer(url.pathname.replace('/v1/', ''), url.searchParams, body));
  };
  return {
    id: 'w',
    name: 'W',
    kind: 'remote',
    client: createApiClient({ baseUrl: 'http://library.test/v1', fetch }),
  };
}

const asset = (id: string) => ({
  id,
  authorId: 'u',
  ownerId: 'p',
  collectionIds: [],
  tags: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  kind: 'image',
  mimeType: 'image/png',
  privacy: 'private',
  status: 'success',
  source: 'uploaded',
  url: `http://library.test/${id}`,
  editCapabilities: [],
  metadata: { kind: 'image', type: 'uploaded', name: id },
  properties: { size: 1 },
});
const ids = (pages: readonly AssetPage[]) => pages.flatMap((page) => page.items.map((item) => item.id));

describe('listing', () => {
  it('goes on after a short page and ends without a token', async () => {
    const tokens: (string | null)[] = [];
    const workspace = workspaceAnswering((_path, search) => {
      const token = search.get('paginationToken');
      tokens.push(token);
      if (token === null) return { assets: [asset('a')], nextPaginationToken: 'two' };
      return { assets: [asset('b'), { kind: 'image' }], nextPaginationToken: '' };
    });
    const data = await new QueryClient().fetchInfiniteQuery({
      ...assetQueries.list(workspace, {}),
      pages: 9,
    });
    expect(ids(data.pages)).toEqual(['a', 'b']);
    expect(data.pages[1]?.unusable).toBe(1);
    expect(tokens).toEqual([null, 'two']);
  });

  it('takes a repeated token for an error', async () => {
    const workspace = workspaceAnswering(() => ({ assets: [asset('a')], nextPaginationToken: 'again' }));
    const read = new QueryClient().fetchInfiniteQuery({ ...assetQueries.list(workspace, {}), pages: 9 });
    await expect(read).rejects.toMatchObject({ kind: 'unusable' });
  });
});

describe('search', () => {
  const total = 250;
  const workspace = workspaceAnswering((_path, _search, { offset, limit }) => {
    const from = Number(offset);
    const count = Math.max(0, Math.min(Number(limit), total - from));
    const hits = Array.from({ length: count }, (_, n) => asset(`a${from + n}`));
    return { hits, offset: from, limit, estimatedTotalHits: total };
  });

  it('pages by offset to the end', async () => {
    const data = await new QueryClient().fetchInfiniteQuery({
      ...assetQueries.list(workspace, { q: 'x' }),
      pages: 9,
    });
    expect(data.pages).toHaveLength(3);
    expect(new Set(ids(data.pages)).size).toBe(total);
  });

  it('shrinks the next offset by the rows confirmed gone', () => {
    const { getNextPageParam } = assetQueries.list(workspace, { unfiled: true });
    const page = { items: [], unusable: 0, next: '100' };
    expect(getNextPageParam(page, [page], undefined, [undefined])).toBe('0');
    expect(getNextPageParam({ ...page, next: undefined }, [page], undefined, [undefined])).toBeUndefined();
  });
});

describe('count', () => {
  it('asks for one hit and takes the total', async () => {
    const workspace = workspaceAnswering((path, _search, body) => {
      expect(path).toBe('search/assets');
      expect(body).toEqual({ query: '', page: 1, hitsPerPage: 1 });
      return { hits: [], totalHits: 4812 };
    });
    await expect(new QueryClient().fetchQuery(assetQueries.count(workspace, {}))).resolves.toBe(4812);
  });

  it('takes an estimate for no total', async () => {
    const workspace = workspaceAnswering(() => ({ hits: [], estimatedTotalHits: 4812 }));
    await expect(new QueryClient().fetchQuery(assetQueries.count(workspace, {}))).resolves.toBeNull();
  });
});

describe('search hits', () => {
  it('asks for what a hit does not carry, of those alone that lack it, and does without if it must', async () => {
    const bulks: unknown[] = [];
    let broken = false;
    const hit = (id: string, kind: string) => ({
      ...asset(id),
      kind: undefined,
      metadata: { kind, name: id, ...(id !== 'c' && { width: 4, height: 3 }) },
    });
    const workspace = workspaceAnswering((path, _search, body) => {
      if (path === 'assets/get-bulk') {
        bulks.push(body['assetIds']);
        return broken
          ? 'nothing'
          : { assets: [{ ...asset('b'), kind: 'video', properties: { size: 1, duration: 7 } }] };
      }
      return { hits: [hit('a', 'image'), hit('b', 'video'), hit('c', 'image')], estimatedTotalHits: 3 };
    });
    const lengths = async () => {
      const data = await new QueryClient().fetchInfiniteQuery(assetQueries.list(workspace, { q: 'x' }));
      return data.pages.flatMap(({ items }) => items.map(({ id, duration }) => [id, duration]));
    };
    expect(await lengths()).toEqual([
      ['a', 0],
      ['b', 7],
      ['c', 0],
    ]);
    expect(bulks).toEqual([['b', 'c']]);
    broken = true;
    expect(await lengths()).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
  });
});
