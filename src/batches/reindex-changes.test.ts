import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { type Change, hasItems, itemIdsOf, taken } from './change';
import { indexChanges } from './pending-changes';
import { reindexChanges } from './reindex-changes';

const collections = ['props', 'hero'] as CollectionId[];
const assets = Array.from({ length: 8 }, (_, n) =>
  summarizeAsset(
    buildAsset({ id: `asset_${n}` as AssetId, collectionIds: n % 2 ? collections.slice(0, 1) : [] }),
  ),
);
const chosen = fc.subarray(assets, { minLength: 1 });
const collectionId = fc.constantFrom(...collections);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add' as const, 'remove' as const),
    collectionId,
    assets: chosen,
    models: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('tag' as const),
    assets: chosen,
    add: fc.constant(['a']),
    remove: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('rename' as const),
    collectionId,
    from: fc.constant('A'),
    to: fc.constant('B'),
  }),
);

describe('reindexChanges', () => {
  it('comes to the same as indexing anew what is left', () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ at: fc.nat(4), ids: fc.subarray(assets.map(({ id }) => id as string)) })),
        (planned, answers) => {
          let changes: readonly Change[] = planned;
          let index = indexChanges(changes);
          for (const { at, ids } of answers) {
            const change = changes[at];
            if (!change || !hasItems(change)) continue;
            const [part, left] = taken(change, ids);
            if (!part || !left) continue;
            changes = changes.with(at, left);
            const next = reindexChanges(index, changes, itemIdsOf(part), {});
            expect(next).toEqual(indexChanges(changes));
            index = next ?? index;
          }
        },
      ),
    );
  });

  it('leaves to a whole index what depends on more than the items', () => {
    const destroyed: Change = { kind: 'delete-assets', assets };
    expect(reindexChanges(indexChanges([destroyed]), [destroyed], ['asset_0'], {})).toBeUndefined();
  });
});

describe('taken', () => {
  it('parts a change into what is named and the rest, whichever of them are named', () => {
    const whole: Change = { kind: 'add', collectionId: 'props' as CollectionId, assets, models: [] };
    const ids = fc.oneof(
      fc.subarray(assets.map(({ id }) => id as string)),
      fc.nat(8).map((n) => assets.slice(0, n).map(({ id }) => id as string)),
    );
    fc.assert(
      fc.property(ids, (named) => {
        const [part, left] = taken(whole, named);
        expect(part ? itemIdsOf(part) : []).toEqual(named);
        expect(left ? itemIdsOf(left) : []).toEqual(itemIdsOf(whole).filter((id) => !named.includes(id)));
      }),
    );
  });
});
