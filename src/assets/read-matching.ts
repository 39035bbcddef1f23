import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { listAssets } from '~/api/assets';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters, listingQuery, needsSearch, searchBody } from './asset-filters';
import { type AssetPage, assetQueries } from './asset-queries';
import { readPatiently } from './read-patiently';
import { searchPage } from './search-page';
import { Gathered } from './selection/gathered';

interface ReadMatchingOptions {
  queryClient: QueryClient;
  workspace: Workspace;
  filters: AssetFilters;
  signal: AbortSignal;
  /** How many have been read so far. */
  onProgress: (done: number) => void;
}

/**
 * Every asset that matches, in the order listed. Goes on where the pages end that are loaded from the start, and
 * keeps none of its own: what is selected is not what is looked at.
 */
export async function readMatching(options: ReadMatchingOptions): Promise<Gathered<AssetSummary>> {
  const { queryClient, workspace, filters, signal, onProgress } = options;
  const found = new Gathered<AssetSummary>();
  let offset = 0;
  const take = ({ items, unusable }: AssetPage) => {
    offset += items.length + unusable;
    for (const item of items) found.add(item);
    onProgress(found.size);
  };
  const known = queryClient.getQueryData<InfiniteData<AssetPage>>(
    assetQueries.list(workspace, filters).queryKey,
  );
  for (const page of known?.pages ?? []) take(page);

  const last = known?.pages.at(-1);
  let isOpen = last === undefined || last.next !== undefined;
  let token = last?.next;
  const used = new Set<string>();
  const canonical = canonicalFilters(filters);
  const bySearch = needsSearch(canonical);
  // Thousands may be read: whoever goes on looking around is not to wait for them.
  const client = workspace.client.at('background');
  while (isOpen) {
    const from = token;
    const read = () =>
      bySearch
        ? searchPage(client, searchBody(canonical), offset, signal)
        : listAssets(client, { ...listingQuery(canonical), ...(from && { paginationToken: from }) }, signal);
    // oxlint-disable-next-line no-await-in-loop -- each token comes with the page before it
    const page = await readPatiently(read, signal);
    take(page);
    token = page.next;
    isOpen = token !== undefined;
    if (token === undefined) break;
    if (used.has(token))
      throw new ApiError('unusable', 'The listing repeats itself: the workspace sent the same token twice.');
    used.add(token);
  }
  return found;
}
