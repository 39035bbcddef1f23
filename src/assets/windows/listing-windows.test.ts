import { InfiniteQueryObserver } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetSummary } from '~/api/asset-summary';
import type { Asset } from '~/contract/asset';
import { createQueryClient } from '~/query-client';
import { buildAsset } from '~/testing/builders';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import { type AssetFilters, canonicalFilters } from '../asset-filters';
import { assetQueries } from '../asset-queries';
import type { ItemSequence } from '../grid/item-sequence';
import { ListingWindows } from './listing-windows';
import { createListReader } from './use-listed-items';

const START = Date.UTC(2025, 0, 1);
const assetAt = (second: number, width = 640): Asset => {
  const at = new Date(START + second * 1000).toISOString();
  return buildAsset({ createdAt: at, updatedAt: at, properties: { width } });
};

/** A listing of a library of its own, read as the grid reads it. */
async function openListing(assets: readonly Asset[], filters: AssetFilters) {
  const { workspace, requests, add } = await createLibraryWorkspace();
  await add(assets);
  const queryClient = createQueryClient();
  const head = new InfiniteQueryObserver(queryClient, assetQueries.list(workspace, filters));
  const windows = new ListingWindows(queryClient, workspace, canonicalFilters(filters));
  const read = createListReader();
  const follow = () => {
    const { data, hasNextPage, isFetching, fetchNextPage } = head.getCurrentResult();
    windows.follow({
      pages: data?.pages ?? [],
      hasMore: hasNextPage,
      readMore: isFetching ? undefined : () => void fetchNextPage(),
    });
  };
  head.subscribe(follow);
  windows.subscribe(() => undefined);
  const items = (): ItemSequence<AssetSummary> => {
    const result = head.getCurrentResult();
    const { pages, hasMore } = windows.snapshot();
    const isOpen = hasMore ?? result.hasNextPage;
    return read({ pages: result.data?.pages, far: pages, isOpen, total: assets.length });
  };
  /** Looks at some positions until they are there. */
  const look = async (first: number, last: number) => {
    const isThere = () => {
      windows.reach(items(), first, last);
      const shown = items();
      for (let at = first; at <= Math.min(last, shown.length - 1); at += 1)
        if (!shown.itemAt(at)) return false;
      return true;
    };
    await expect.poll(isThere, { timeout: 20_000, interval: 10 }).toBe(true);
  };
  await expect.poll(() => items().loaded, { timeout: 10_000 }).toBeGreaterThan(0);
  return { items, look, requests, add };
}

/** Later than everything there is at first. */
const NEW = new Date(START + 99_000).toISOString();

const idsInOrder = (assets: readonly Asset[], compare: (a: Asset, b: Asset) => number) =>
  assets.toSorted(compare).map(({ id }) => id);

describe('windows into a listing', () => {
  it('read around a far place, and not what lies before it', async () => {
    const assets = Array.from({ length: 3000 }, (_, n) => assetAt(n));
    const { items, look, requests } = await openListing(assets, {});
    await look(2000, 2020);
    const expected = idsInOrder(assets, (a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    for (let index = 2000; index <= 2020; index += 1) expect(items().idAt(index)).toBe(expected[index]);
    expect(items().itemAt(1000)).toBeUndefined();
    expect(items().length).toBe(3000);
    expect(requests.filter(({ method, path }) => method === 'GET' && path === 'assets').length).toBeLessThan(
      8,
    );
    // The row that is found there has a date of its own: nothing need be counted.
    expect(requests.filter(({ path }) => path === 'search/assets').length).toBe(1);
  });

  it('place a far page right while the first pages still grow', async () => {
    const assets = Array.from({ length: 1430 }, (_, n) => assetAt(n, n + 1));
    const { items, look } = await openListing(assets, { sort: 'width' });
    // Looking at the first rows has the next page read ahead; it comes after the far one was asked for.
    await look(60, 65);
    await look(787, 792);
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    for (let at = 0; at < assets.length; at += 150) await look(at, at + 149);
    expect(
      new Set(
        items()
          .toArray()
          .map(({ id }) => id),
      ).size,
    ).toBe(assets.length);
  });

  it.each([
    [{}],
    [{ sort: 'oldest' }],
    [{ sort: 'updated' }],
    [{ kind: 'image' }],
    [{ sort: 'width' }],
  ] as const)(
    '%j: show every row once, whatever the dates and wherever one jumps',
    async (filters) => {
      // Most of them share one date: more than a few pages hold.
      const date = fc.constantFrom(1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 6, 7);
      const seconds = fc.array(date, { minLength: 1400, maxLength: 1700 });
      const jumps = fc.array(fc.nat(1699), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(seconds, jumps, async (dates, places) => {
          const assets = dates.map((second) => assetAt(second, second));
          const { items, look, add } = await openListing(assets, filters);
          for (const [at, place] of places.entries()) {
            // oxlint-disable-next-line no-await-in-loop -- one jump after the other
            await look(Math.min(place, assets.length - 1), Math.min(place + 5, assets.length - 1));
            // What comes in between stands at the end of its order that is read first or last.
            // oxlint-disable-next-line no-await-in-loop
            if (at === 1 && !('sort' in filters)) await add([assetAt(100)]);
          }
          // oxlint-disable-next-line no-await-in-loop
          for (let at = 0; at < assets.length; at += 150) await look(at, at + 149);
          const rows = items().toArray();
          const shown = rows.map(({ id }) => id);
          const old = rows.filter(({ createdAt }) => createdAt < NEW).map(({ createdAt }) => createdAt);
          const sorted = old.toSorted();
          expect(old).toEqual('sort' in filters && filters.sort === 'oldest' ? sorted : sorted.toReversed());
          expect(new Set(shown).size).toBe(shown.length);
          const present = new Set(assets.map(({ id }) => id));
          expect(shown.filter((id) => present.has(id)).toSorted()).toEqual([...present].toSorted());
        }),
        { numRuns: 2, endOnFailure: true },
      );
    },
    120_000,
  );
});
