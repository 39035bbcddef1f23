import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters } from '../asset-filters';
import type { AssetPage } from '../asset-queries';
import type { ListingQuery } from '../grid/listing';
import type { WindowsSnapshot } from './listed-page';
import { ListingWindows } from './listing-windows';

interface HeadQuery extends ListingQuery {
  data: { pages: readonly AssetPage[] } | undefined;
}

/** What is read of a listing beyond its first pages. */
export interface FarPages extends WindowsSnapshot {
  readonly windows: ListingWindows;
}

/** Listings whose far pages stay in memory, so that Back finds them. */
const KEPT_LISTINGS = 3;

const known = new WeakMap<QueryClient, Map<string, ListingWindows>>();

/** Reads a listing anywhere; `query` reads it from its start. `filters` must keep its identity while equal. */
export function useListingWindows(workspace: Workspace, filters: AssetFilters, query: HeadQuery): FarPages {
  const client = useQueryClient();
  const windows = useMemo(() => windowsOf(client, workspace, filters), [client, workspace, filters]);
  const snapshot = useSyncExternalStore(windows.subscribe, windows.snapshot);
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const isWaiting = !isFetching && !isFetchNextPageError;
  useLayoutEffect(() => {
    windows.follow({
      pages: data?.pages ?? [],
      hasMore: hasNextPage,
      readMore: isWaiting ? () => void fetchNextPage() : undefined,
    });
  }, [windows, data, hasNextPage, isWaiting, fetchNextPage]);
  return useMemo(() => ({ ...snapshot, windows }), [snapshot, windows]);
}

function windowsOf(client: QueryClient, workspace: Workspace, filters: AssetFilters): ListingWindows {
  const all = known.get(client) ?? new Map<string, ListingWindows>();
  known.set(client, all);
  const canonical = canonicalFilters(filters);
  const key = JSON.stringify([workspace.id, canonical]);
  const windows = all.get(key) ?? new ListingWindows(client, workspace, canonical);
  // The one used last stands last.
  all.delete(key);
  all.set(key, windows);
  for (const [oldest, unused] of all) {
    if (all.size <= KEPT_LISTINGS) break;
    all.delete(oldest);
    unused.clear();
  }
  return windows;
}
