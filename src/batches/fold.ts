import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import type { Asset } from '~/contract/asset';
import type { Collection } from '~/contract/collection';
import type { ItemView } from './item-view';
import type { PendingChanges } from './pending-changes';
import { projectCollectionPages } from './project-collections';
import { projectAssetCount } from './project-count';
import { projectCollectionIds, projectTags } from './project-item';
import { projectAssetPages, projectModelPages } from './project-pages';
import { refreshAfterFact } from './refresh-after-fact';
import { withRecords } from './with-records';

/** A change the server has confirmed, and the collection records it answered with. */
export interface Fact {
  changes: PendingChanges;
  records: readonly Collection[];
}

/** How one kind of cached read takes a fact; the same data where it is not concerned. */
interface Fold {
  key: (workspaceId: string) => readonly unknown[];
  fold: (data: unknown, fact: Fact, queryKey: readonly unknown[]) => unknown;
}

/** Filters of a listing and, in the key of a page far into it, where that begins. */
export function viewOf([, , , filters, start]: readonly unknown[]): ItemView {
  const view: ItemView = filters ?? {};
  if (start === undefined) return view;
  return { ...view, window: (start as { up?: boolean }).up ? 'up' : 'down' };
}

// What is cached under a key is known by the key alone: the casts stand for that agreement (api/query-keys).
const FOLDS: readonly Fold[] = [
  {
    key: queryKeys.assetLists,
    fold: (data, { changes }, queryKey) =>
      projectAssetPages(data as InfiniteData<Page<AssetSummary>>, changes, viewOf(queryKey)),
  },
  {
    key: queryKeys.assetCounts,
    fold: (data, { changes }, queryKey) =>
      typeof data === 'number' ? projectAssetCount(data, changes, viewOf(queryKey)) : data,
  },
  { key: queryKeys.assetDetails, fold: (data, fact) => foldAsset(data as Asset, fact) },
  {
    key: queryKeys.modelLists,
    fold: (data, { changes }, queryKey) =>
      projectModelPages(data as InfiniteData<Page<ModelSummary>>, changes, viewOf(queryKey)),
  },
  {
    key: queryKeys.collectionList,
    fold: (data, { changes, records }) =>
      withRecords(
        projectCollectionPages(data as InfiniteData<Page<Collection>>, withoutCounts(changes, records)),
        records,
      ),
  },
  {
    key: queryKeys.collectionDetails,
    fold: (data, { changes, records }) => {
      const pages = {
        pages: [{ items: [data as Collection], next: undefined, unusable: 0 }],
        pageParams: [],
      };
      const counted = projectCollectionPages(pages, withoutCounts(changes, records));
      return (
        withRecords(counted, records).pages[0]?.items.find(({ id }) => id === (data as Collection).id) ?? data
      );
    },
  },
];

/** Writes a fact into every cache of the workspace that is concerned; how fresh a cache counts stays as it was. */
export function foldFact(queryClient: QueryClient, workspaceId: string, fact: Fact): void {
  for (const { key, fold } of FOLDS) {
    for (const query of queryClient.getQueryCache().findAll({ queryKey: key(workspaceId) })) {
      foldInto(query, (data) => fold(data, fact, query.queryKey));
      // A read on its way began before the fact and would put the old state back.
      if (query.state.fetchStatus === 'fetching') keepUntilRead(queryClient, query, fold, fact);
    }
  }
  for (const record of fact.records) {
    const key = queryKeys.collectionDetail(workspaceId, record.id);
    if (fact.changes.collections.get(record.id)?.created) queryClient.setQueryData(key, record);
  }
  refreshAfterFact(queryClient, workspaceId, fact.changes);
}

/** Writes changes once more into a listing of assets that was read without them. */
export function foldListing(query: Query, changes: PendingChanges): void {
  foldInto(query, (data) =>
    projectAssetPages(data as InfiniteData<Page<AssetSummary>>, changes, viewOf(query.queryKey)),
  );
}

function foldInto(query: Query, fold: (data: unknown) => unknown): void {
  const { data } = query.state;
  if (data === undefined) return;
  const next = fold(data);
  if (next === data) return;
  // Not `setQueryData`: that compares and copies everything, and identities are what projections go by.
  query.setState({ data: next });
}

/** Facts that wait for reads on their way, per query. */
const waiting = new WeakMap<Query, { fold: Fold['fold']; fact: Fact }[]>();

/** Folds the fact once more, in the same notification, when the read that is on its way comes back. */
function keepUntilRead(queryClient: QueryClient, query: Query, fold: Fold['fold'], fact: Fact): void {
  const facts = waiting.get(query);
  if (facts) {
    if (query.queryKey[2] !== 'count') facts.push({ fold, fact: uncounted(fact) });
    return;
  }
  // Differences cannot be applied twice: a number read meanwhile is taken as it comes.
  waiting.set(query, []);
  if (query.queryKey[2] !== 'count') waiting.get(query)?.push({ fold, fact: uncounted(fact) });
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.query !== query || (event.type !== 'updated' && event.type !== 'removed')) return;
    if (event.type === 'updated' && query.state.fetchStatus === 'fetching') return;
    unsubscribe();
    const kept = waiting.get(query) ?? [];
    waiting.delete(query);
    if (event.type === 'removed') return;
    foldInto(query, (data) =>
      kept.reduce((folded, { fold, fact }) => fold(folded, fact, query.queryKey), data),
    );
  });
}

/** Where the server has answered with the record, its own counts are the fact. */
function withoutCounts(changes: PendingChanges, records: readonly Collection[]): PendingChanges {
  return records.length === 0 ? changes : withoutDifferences(changes, new Set(records.map(({ id }) => id)));
}

/** Rows and records alone: for caches whose numbers are of another time. */
export function uncounted({ changes, records }: Fact): Fact {
  return { records, changes: withoutDifferences(changes, new Set(changes.collections.keys())) };
}

function withoutDifferences(changes: PendingChanges, ids: ReadonlySet<string>): PendingChanges {
  const collections = [...changes.collections].map(
    ([id, change]) => [id, ids.has(id) ? { ...change, assets: 0, models: 0 } : change] as const,
  );
  return { ...changes, collections: new Map(collections) };
}

function foldAsset(asset: Asset, { changes }: Fact): Asset {
  const change = changes.assets.get(asset.id);
  const collectionIds = projectCollectionIds(asset.collectionIds, change, changes.deletedCollections);
  const tags = projectTags(asset.tags, change?.tags);
  if (collectionIds === asset.collectionIds && tags === asset.tags) return asset;
  return { ...asset, collectionIds: [...collectionIds], tags: [...tags] };
}
