import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import { buildAsset, buildCollection } from '~/testing/builders';
import { invertChanges } from './invert-changes';
import { costOfAdding, cut, halve, planBatch } from './plan';
import { NO_CHANGES } from './pending-changes';
import type { ActIntent, BatchItems } from './batch';
import type { Change } from './change';

const props = buildCollection({ id: 'props' as CollectionId, name: 'Props' });
const hero = buildCollection({ id: 'hero' as CollectionId, name: 'Hero' });
const context = { id: 'b', workspaceId: 'w', now: 0, changes: NO_CHANGES };

/** Up to 200 assets, some in Props, some in Hero, some in both, some named twice. */
const assetsArbitrary = fc
  .array(fc.record({ n: fc.nat(150), inProps: fc.boolean(), inHero: fc.boolean() }), { maxLength: 200 })
  .map((rows) => {
    const byId = new Map(
      rows.map(({ n, inProps, inHero }) => [
        n,
        summarizeAsset(
          buildAsset({
            id: `asset_${n}` as AssetId,
            collectionIds: [...(inProps ? [props.id] : []), ...(inHero ? [hero.id] : [])],
          }),
        ),
      ]),
    );
    return rows.flatMap(({ n }) => byId.get(n) ?? []);
  });

/** What a server holds: member ids by collection. */
type Model = Map<string, Set<string>>;

function modelOf(assets: readonly ReturnType<typeof summarizeAsset>[]): Model {
  const model: Model = new Map([
    [props.id, new Set<string>()],
    [hero.id, new Set<string>()],
  ]);
  for (const { id, collectionIds } of assets) for (const c of collectionIds) model.get(c)?.add(id);
  return model;
}

function apply(model: Model, changes: readonly Change[]): Model {
  const next: Model = new Map([...model].map(([id, ids]) => [id, new Set(ids)]));
  for (const change of changes) {
    if (change.kind !== 'add' && change.kind !== 'remove') continue;
    for (const { id } of change.assets) {
      const members = next.get(change.collectionId);
      if (change.onlyIfIn && !next.get(change.onlyIfIn)?.has(id)) continue;
      if (change.kind === 'add') members?.add(id);
      else members?.delete(id);
    }
  }
  return next;
}

function intentOf(kind: 'add' | 'remove' | 'move' | 'edit-memberships', items: BatchItems): ActIntent {
  switch (kind) {
    case 'add':
      return { kind, to: props, items };
    case 'remove':
      return { kind, from: props, items };
    case 'move':
      return { kind, from: props, to: hero, items };
    case 'edit-memberships':
      return { kind, add: [hero], remove: [props], items };
  }
}

describe('planBatch', () => {
  it('leaves out members, names every other id once and loses none', () => {
    fc.assert(
      fc.property(assetsArbitrary, (assets) => {
        const batch = planBatch({ kind: 'add', to: props, items: { assets, models: [] } }, context);
        const sent = batch.pending.flatMap((change) => ('assets' in change ? change.assets : []));
        const wanted = assets.filter(({ collectionIds }) => !collectionIds.includes(props.id));
        expect(sent.map(({ id }) => id)).toEqual([...new Set(wanted.map(({ id }) => id))]);
        expect(batch.already + sent.length).toBe(new Set(assets.map(({ id }) => id)).size);
        const cost = costOfAdding({ assets, models: [] }, props.id);
        expect(cost).toEqual({
          toAdd: sent.length,
          requests: cut(sent).length,
          alreadyIn: batch.already,
        });
      }),
    );
  });

  it('is taken back by its inverse, whatever the act', () => {
    const kinds = fc.constantFrom(
      'add' as const,
      'remove' as const,
      'move' as const,
      'edit-memberships' as const,
    );
    fc.assert(
      fc.property(assetsArbitrary, kinds, (assets, kind) => {
        const before = modelOf(assets);
        const { pending } = planBatch(intentOf(kind, { assets, models: [] }), context);
        const after = apply(before, pending);
        expect(apply(after, invertChanges(pending))).toEqual(before);
      }),
    );
  });
});

describe('cut and halve', () => {
  it('never exceeds 49 ids and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 500 }), (ids) => {
        const chunks = cut(ids);
        expect(chunks.flat()).toEqual(ids);
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= LIMITS.membersPerRequest)).toBe(
          true,
        );
      }),
    );
  });

  it('comes down to exactly the bad ids', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 49 }),
        fc.func(fc.boolean()),
        (ids, bad) => {
          const isBad = new Map(ids.map((id) => [id, bad(id)]));
          const found: number[] = [];
          const good: number[] = [];
          const queue = [ids];
          for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
            if (!chunk.some((id) => isBad.get(id))) good.push(...chunk);
            else if (chunk.length === 1) found.push(...chunk);
            else queue.push(...halve(chunk));
          }
          expect(new Set(found)).toEqual(new Set(ids.filter((id) => isBad.get(id))));
          expect(good.length + found.length).toBe(ids.length);
        },
      ),
    );
  });
});

describe('planning a large act', () => {
  it('indexes ten thousand assets without losing one', () => {
    const assets = Array.from({ length: 10_000 }, (_, n) =>
      summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId })),
    );
    const batch = planBatch({ kind: 'add', to: props, items: { assets, models: [] } }, context);
    expect(batch.progress.total).toBe(10_000);
    expect(costOfAdding({ assets, models: [] }, props.id).requests).toBe(205);
  });
});
