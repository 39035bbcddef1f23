import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import type { AssetId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { cutAtKnown } from './window-block';

const idOf = (n: number) => `asset_${n}` as AssetId;
const rows: AssetSummary[] = Array.from({ length: 60 }, (_, n) =>
  summarizeAsset(buildAsset({ id: idOf(n) })),
);

describe('a page that comes in between others', () => {
  it('ends where the next ones begin, also where those are fewer than it has', () => {
    const place = fc.nat(59);
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 20 }), place, fc.nat(20), (at, length, from, count) => {
        const items = rows.slice(at, at + length);
        const page = { items, next: 'more', unusable: 0 };
        const known = new Set(rows.slice(from, from + count).map(({ id }) => id));
        const numbers = items.map(({ id }) => Number(id.slice(6)));
        const meets = numbers.some((n) => n >= from && n < from + count);
        const expected = (keeps: (n: number) => boolean) =>
          numbers.filter((n) => !meets || keeps(n)).map(idOf);
        const below = cutAtKnown(page, 'below', known);
        expect(below.page.items.map(({ id }) => id)).toEqual(expected((n) => n < from));
        const above = cutAtKnown(page, 'above', known);
        expect(above.page.items.map(({ id }) => id)).toEqual(expected((n) => n >= from + count));
        expect([above.meets, below.meets, above.page.next]).toEqual([meets, meets, 'more']);
      }),
    );
  });
});
