import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetFilters } from '~/assets/asset-filters';
import { assetQueries } from '~/assets/asset-queries';
import { useListingWindows } from '~/assets/windows/use-listing-windows';
import {
  useProjectedAssetCount,
  useProjectedAssetPages,
  useProjectedAssetWindows,
} from '~/batches/use-projection';
import { useWorkspace } from '~/workspaces/use-workspace';

/** A listing of assets with what pending batches will make of it. `filters` must keep its identity while equal. */
export function useAssetListing(filters: AssetFilters) {
  const workspace = useWorkspace();
  const query = useInfiniteQuery(assetQueries.list(workspace, filters));
  const { data: counted } = useQuery(assetQueries.count(workspace, filters));
  const pages = useProjectedAssetPages(query.data, filters)?.pages;
  const total = useProjectedAssetCount(counted, filters);
  const read = useListingWindows(workspace, filters, query);
  const farPages = useProjectedAssetWindows(read.pages, filters);
  const far = useMemo(() => ({ ...read, pages: farPages }), [read, farPages]);
  return { query, pages, total, far };
}
