import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { listAssets } from '~/api/assets';
import { getCollection } from '~/api/collections';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import { type AssetFilters, listingQuery, needsSearch } from '~/assets/asset-filters';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { hearImported, tellImported } from './imported-elsewhere';
import type { ImportListener } from './import-store';
import { type AssetPages, mergeNewest } from '~/assets/merge-newest';

/** Least milliseconds between two refreshes while an import runs. */
const EVERY_MS = 800;
/** Milliseconds after which what a closed tab had sent is looked at: it is being dealt with for a while. */
const AFTER_LEAVING_MS = [1_000, 4_000, 12_000, 30_000];
/** First pages read to reach what a listing knows already; beyond, the listing begins afresh. */
const MOST_PAGES = 5;

export interface ImportRefresh extends ImportListener {
  /** A tab has gone, and the workspace goes on with what it had sent. */
  onLeft(): void;
}

/**
 * Lets the caches follow an import: listings get their new first rows, and never are all their pages read again,
 * because thousands of files come in hundreds of waves.
 */
export function createImportRefresh(queryClient: QueryClient, workspace: Workspace): ImportRefresh {
  const touched = new Set<CollectionId>();
  let wanted = false;
  /** Something came through this tab, so that the others are told. */
  let news = false;
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (wanted) {
      wanted = false;
      const collections = [...touched];
      touched.clear();
      if (news) tellImported(workspace.id, collections);
      news = false;
      // One refresh after the other, with a pause: waves that come meanwhile are served by the next.
      // oxlint-disable-next-line no-await-in-loop
      await refresh(queryClient, workspace, collections).catch(() => {
        // The next wave, or the next visit, reads again.
      });
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    running = false;
  }

  /** What became of files of another tab, in whichever collections. */
  const readCollections = (key: readonly unknown[]) => {
    for (const query of queryClient.getQueryCache().findAll({ queryKey: key }))
      void invalidate(queryClient, query);
  };

  hearImported(workspace.id, (collectionIds) => {
    for (const id of collectionIds) touched.add(id);
    // The other tab may have made collections of folders.
    readCollections(queryKeys.collectionList(workspace.id));
    wanted = true;
    void run();
  });

  return {
    onWave(_assets, collectionIds) {
      for (const id of collectionIds) touched.add(id);
      wanted = true;
      news = true;
      void run();
    },
    onCollectionCreated(collection) {
      queryClient.setQueryData(queryKeys.collectionDetail(workspace.id, collection.id), collection);
      patchCollections(queryClient, workspace, (pages) =>
        pages.map((page, index) => (index === 0 ? { ...page, items: [collection, ...page.items] } : page)),
      );
    },
    onCollectionDropped(id) {
      queryClient.removeQueries({ queryKey: queryKeys.collectionDetail(workspace.id, id) });
      patchCollections(queryClient, workspace, (pages) =>
        pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) })),
      );
    },
    onLeft() {
      for (const ms of AFTER_LEAVING_MS)
        setTimeout(() => {
          readCollections(queryKeys.collectionList(workspace.id));
          readCollections(queryKeys.collectionDetails(workspace.id));
          wanted = true;
          void run();
        }, ms);
    },
    onDone() {
      wanted = true;
      void run();
      for (const key of [queryKeys.models(workspace.id), queryKeys.tags(workspace.id)]) {
        for (const query of queryClient.getQueryCache().findAll({ queryKey: key }))
          void invalidate(queryClient, query);
      }
    },
  };
}

async function refresh(
  queryClient: QueryClient,
  workspace: Workspace,
  touched: readonly CollectionId[],
): Promise<void> {
  const lists = queryClient.getQueryCache().findAll({ queryKey: queryKeys.assetLists(workspace.id) });
  await Promise.all([
    ...lists.map(async (query) => refreshList(queryClient, workspace, query)),
    queryClient.invalidateQueries({ queryKey: queryKeys.assetCounts(workspace.id) }),
    ...touched.map(async (id) => refreshCollection(queryClient, workspace, id)),
  ]);
}

async function refreshList(queryClient: QueryClient, workspace: Workspace, query: Query): Promise<void> {
  const filters = (query.queryKey[3] ?? {}) as AssetFilters;
  const data = query.state.data as AssetPages | undefined;
  const newestFirst = (filters.sort ?? 'newest') === 'newest' && !needsSearch(filters);
  if (!data || data.pages.length < 2 || !newestFirst) return invalidate(queryClient, query);

  const fresh: Page<AssetSummary>[] = [];
  const pageParams: (string | undefined)[] = [];
  let token: string | undefined;
  do {
    const ask = { ...listingQuery(filters), ...(token !== undefined && { paginationToken: token }) };
    // Each token comes with the page before it.
    // oxlint-disable-next-line no-await-in-loop
    const page = await listAssets(workspace.client, ask, new AbortController().signal);
    fresh.push(page);
    pageParams.push(token);
    const known = queryClient.getQueryData<AssetPages>(query.queryKey);
    const merged = known && mergeNewest(known, fresh);
    if (merged) {
      queryClient.setQueryData(query.queryKey, merged);
      return;
    }
    token = page.next;
  } while (fresh.length < MOST_PAGES);
  queryClient.setQueryData<AssetPages>(query.queryKey, { pages: fresh, pageParams });
}

/** Reads a listing of one page again where it is on screen; one of several pages is only marked as old. */
async function invalidate(queryClient: QueryClient, query: Query): Promise<void> {
  const pages = (query.state.data as Partial<InfiniteData<unknown>> | undefined)?.pages;
  const refetchType = Array.isArray(pages) && pages.length > 1 ? 'none' : 'active';
  await queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true, refetchType });
}

async function refreshCollection(
  queryClient: QueryClient,
  workspace: Workspace,
  id: CollectionId,
): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: queryKeys.newestAsset(workspace.id, id), exact: true });
  const collection = await getCollection(workspace.client, id);
  queryClient.setQueryData(queryKeys.collectionDetail(workspace.id, id), collection);
  patchCollections(queryClient, workspace, (pages) =>
    pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.map((item) => (item.id === id ? collection : item)) }
        : page,
    ),
  );
}

function patchCollections(
  queryClient: QueryClient,
  workspace: Workspace,
  change: (pages: Page<Collection>[]) => Page<Collection>[],
): void {
  queryClient.setQueryData<InfiniteData<Page<Collection>>>(
    queryKeys.collectionList(workspace.id),
    (data) => data && { ...data, pages: change(data.pages) },
  );
}
