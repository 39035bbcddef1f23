import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetSummary } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import { type AssetPages, mergeNewest } from './merge-newest';

/** Assets numbered from old to new, as a listing newest first in pages of `size`. */
function listing(count: number, size: number): Page<AssetSummary>[] {
  const items = Array.from({ length: count }, (_, index) => ({ id: `a${count - index}` }) as AssetSummary);
  const pages: Page<AssetSummary>[] = [];
  for (let start = 0; start < Math.max(1, count); start += size) {
    const next = start + size < count ? String(start + size) : undefined;
    pages.push({ items: items.slice(start, start + size), next, unusable: 0 });
  }
  return pages;
}

const idsOf = (pages: readonly Page<AssetSummary>[]) =>
  pages.flatMap(({ items }) => items.map(({ id }) => id));

describe('mergeNewest', () => {
  it('gives the listing as the workspace has it now, however many came and whatever was read', () => {
    fc.assert(
      fc.property(
        fc.record({
          before: fc.nat(60),
          came: fc.nat(60),
          size: fc.integer({ min: 1, max: 20 }),
          read: fc.integer({ min: 1, max: 4 }),
        }),
        ({ before, came, size, read }) => {
          const known: AssetPages = { pages: listing(before, size).slice(0, read), pageParams: [] };
          const now = listing(before + came, size);
          let merged: AssetPages | undefined;
          for (let pages = 1; merged === undefined && pages <= now.length; pages += 1) {
            merged = mergeNewest(known, now.slice(0, pages));
          }
          const deepest = idsOf(known.pages).length + came;
          expect(idsOf(merged?.pages ?? []).slice(0, deepest)).toEqual(idsOf(now).slice(0, deepest));
          expect(merged?.pages).toHaveLength(known.pages.length);
          expect(merged?.pages.slice(1)).toEqual(known.pages.slice(1));
        },
      ),
    );
  });

  it('keeps the identity of a listing to which nothing came', () => {
    const known: AssetPages = { pages: listing(10, 5), pageParams: [undefined, '5'] };
    expect(mergeNewest(known, listing(10, 5).slice(0, 1))).toBe(known);
  });
});
