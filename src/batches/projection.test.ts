import type { InfiniteData } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { Change } from './change';
import type { ItemView } from './item-view';
import { KnownMemberships } from './known-memberships';
import { indexChanges, NO_CHANGES } from './pending-changes';
import { projectCollectionPages } from './project-collections';
import { projectAssetCount } from './project-count';
import { projectAssetPages } from './project-pages';

const props = 'props' as CollectionId;
const other = 'other' as CollectionId;

function asset(n: number, collectionIds: CollectionId[] = []): AssetSummary {
  const createdAt = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
  return summarizeAsset(
    buildAsset({ id: `asset_${n}` as AssetId, collectionIds, createdAt, updatedAt: createdAt }),
  );
}

/** A listing newest first in pages of `size`, read up to `read` pages. */
function listing(
  assets: readonly AssetSummary[],
  size: number,
  read = Infinity,
): InfiniteData<Page<AssetSummary>> {
  const sorted = assets.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const pages: Page<AssetSummary>[] = [];
  for (let start = 0; start === 0 || start < sorted.length; start += size) {
    const next = start + size < sorted.length ? String(start + size) : undefined;
    pages.push({ items: sorted.slice(start, start + size), next, unusable: 0 });
  }
  const kept = pages.slice(0, read);
  return { pages: kept, pageParams: kept.map(() => undefined) };
}

const idsOf = (data: InfiniteData<Page<AssetSummary>>) =>
  data.pages.flatMap(({ items }) => items.map(({ id }) => id));
const change = (kind: 'add' | 'remove', assets: AssetSummary[], collectionId = props): Change => ({
  kind,
  collectionId,
  assets,
  models: [],
});

describe('projectAssetPages', () => {
  it('keeps the identity of what no change touches', () => {
    const data = listing(
      [1, 2, 3, 4, 5, 6].map((n) => asset(n, [props])),
      2,
    );
    expect(projectAssetPages(data, NO_CHANGES, { collectionId: props })).toBe(data);
    const changes = indexChanges([change('remove', [asset(6, [props])])]);
    const shown = projectAssetPages(data, changes, { collectionId: props });
    expect(shown.pages[0]).not.toBe(data.pages[0]);
    expect(shown.pages.slice(1)).toEqual(data.pages.slice(1));
    expect(shown.pages[1]).toBe(data.pages[1]);
    expect(projectAssetPages(data, changes, { collectionId: props }).pages[0]).toBe(shown.pages[0]);
  });

  it('puts what comes in where it sorts, once, and only where the listing has been read', () => {
    const data = listing(
      [10, 8, 6, 4].map((n) => asset(n, [props])),
      2,
      1,
    );
    const changes = indexChanges([change('add', [asset(9), asset(12), asset(1)])]);
    expect(idsOf(projectAssetPages(data, changes, { collectionId: props }))).toEqual([
      'asset_12',
      'asset_10',
      'asset_9',
      'asset_8',
    ]);
  });

  it('is a plain merge of what was read and what comes in, cut where the reading ends', () => {
    const numbers = fc.uniqueArray(fc.nat(60), { maxLength: 20 });
    const windows = fc.constantFrom<ItemView['window']>(undefined, 'down', 'up');
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.integer({ min: 1, max: 4 }),
        windows,
        (members, added, read, window) => {
          const data = listing(
            members.map((n) => asset(n, [props])),
            4,
            read,
          );
          const changes = indexChanges([
            change(
              'add',
              added.map((n) => asset(n)),
            ),
          ]);
          const rows = data.pages.flatMap(({ items }) => items.map(({ id }) => Number(id.slice(6))));
          const isEnd = window !== 'up' && data.pages.at(-1)?.next === undefined;
          const belongs = (n: number) =>
            !rows.includes(n) &&
            (window === undefined || n <= (rows[0] ?? -1)) &&
            (isEnd || n >= (rows.at(-1) ?? Infinity));
          const expected = [...rows, ...added.filter(belongs)].sort((a, b) => b - a);
          const shown = projectAssetPages(data, changes, { collectionId: props, window });
          expect(idsOf(shown)).toEqual(expected.map((n) => `asset_${n}`));
        },
      ),
    );
  });

  it('shows arrivals in an empty collection', () => {
    const changes = indexChanges([change('add', [asset(1), asset(2)])]);
    expect(idsOf(projectAssetPages(listing([], 2), changes, { collectionId: props }))).toEqual([
      'asset_2',
      'asset_1',
    ]);
  });

  it('takes filed assets out of "in no collection" and brings unfiled ones in', () => {
    const data = listing([asset(3), asset(2)], 10);
    const changes = indexChanges([change('add', [asset(3)]), change('remove', [asset(1, [props])])]);
    expect(idsOf(projectAssetPages(data, changes, { unfiled: true }))).toEqual(['asset_2', 'asset_1']);
  });

  it('converges to the server over any interleaving of answers', () => {
    const act = fc.record({
      add: fc.boolean(),
      to: fc.constantFrom(props, other),
      ids: fc.uniqueArray(fc.nat(30), { maxLength: 12 }),
    });
    const views = fc.constantFrom<ItemView>({ collectionId: props }, { unfiled: true }, {});
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 6 }),
        views,
        fc.infiniteStream(fc.nat(10)),
        (acts, view, order) => {
          const server = new Map(Array.from({ length: 31 }, (_, n) => [n, new Set<CollectionId>()] as const));
          const snapshot = () => [...server].map(([n, ids]) => asset(n, [...ids]));
          const start = listing(snapshot(), 7);
          const shownAtStart = projectAll(start, view);
          // Effective changes, as the planner makes them.
          const effective = acts.map(({ add, to, ids }) => {
            const concerned = ids.filter((n) => server.get(n)?.has(to) !== add);
            const items = concerned.map((n) => asset(n, [...(server.get(n) ?? [])]));
            for (const n of concerned)
              if (add) server.get(n)?.add(to);
              else server.get(n)?.delete(to);
            return change(add ? 'add' : 'remove', items, to);
          });
          const final = idsOf(projectAll(listing(snapshot(), 7), view)).sort();
          // Each answer confirms the first change of one collection; what is folded is fact, the rest stays pending.
          let facts: InfiniteData<Page<AssetSummary>> = shownAtStart;
          let pending = effective;
          const known = new KnownMemberships();
          const index = (changes: Change[]) =>
            indexChanges(changes, { current: (item) => known.current(item) });
          while (pending.length > 0) {
            expect(idsOf(projectAssetPages(facts, index(pending), view)).sort()).toEqual(final);
            const collections = [
              ...new Set(pending.map((left) => (left as { collectionId: CollectionId }).collectionId)),
            ];
            const pick = collections[(order.next().value ?? 0) % collections.length];
            const confirmed = pending.find(
              (left) => (left as { collectionId: CollectionId }).collectionId === pick,
            );
            if (!confirmed) break;
            facts = projectAssetPages(facts, index([confirmed]), view);
            known.note(confirmed, (id) => id);
            pending = pending.filter((left) => left !== confirmed);
          }
          expect(idsOf(facts).sort()).toEqual(final);
        },
      ),
    );
  });
});

/** The listing as the server would answer it for the view. */
function projectAll(data: InfiniteData<Page<AssetSummary>>, { collectionId, unfiled }: ItemView) {
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.filter(
      ({ collectionIds }) =>
        (collectionId === undefined || collectionIds.includes(collectionId)) &&
        (!unfiled || collectionIds.length === 0),
    ),
  }));
  return { ...data, pages };
}

describe('projectCollectionPages', () => {
  const record = buildCollection({ id: props, name: 'Props', assetCount: 5, itemCount: 5 });
  const data = { pages: [{ items: [record], next: undefined, unusable: 0 }], pageParams: [undefined] };
  const first = (changes: Change[]) => projectCollectionPages(data, indexChanges(changes)).pages[0]?.items;

  it('counts, names and covers', () => {
    const picture = { assetId: 'asset_1' as AssetId, url: 'u' };
    const shown = first([
      change('add', [asset(1), asset(2)]),
      change('remove', [asset(1)]),
      { kind: 'rename', collectionId: props, from: 'Props', to: 'Set pieces' },
      { kind: 'thumbnail', collectionId: props, from: null, to: picture },
    ]);
    expect(shown).toMatchObject([{ name: 'Set pieces', assetCount: 6, itemCount: 6, thumbnail: picture }]);
  });

  it('shows created collections first and hides deleted ones', () => {
    const created = buildCollection({ id: 'new-1' as CollectionId, name: 'New' });
    const shown = first([
      { kind: 'create', collection: created },
      change('add', [asset(1)], created.id),
      { kind: 'delete-collection', collection: record, assets: [], models: [], complete: true },
    ]);
    expect(shown?.map(({ name, itemCount }) => [name, itemCount])).toEqual([['New', 1]]);
  });

  it('answers with what it was given where nothing is pending', () => {
    expect(projectCollectionPages(data, NO_CHANGES)).toBe(data);
  });
});

describe('projectAssetCount', () => {
  it('counts what enters and leaves', () => {
    const changes = indexChanges([
      change('add', [asset(1), asset(2)]),
      change('remove', [asset(3, [props])]),
    ]);
    expect(projectAssetCount(10, changes, { unfiled: true })).toBe(9);
    expect(projectAssetCount(10, changes, { collectionId: props })).toBe(11);
    expect(projectAssetCount(10, changes, {})).toBe(10);
  });
});
