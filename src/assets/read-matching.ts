import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { eachPage } from '~/api/each-page';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters, needsSearch } from './asset-filters';
import { type AssetPage, assetQueries } from './asset-queries';
import { readPatiently } from './read-patiently';
import { Gathered } from './selection/gathered';
import { sizeOf } from './size-of';
import { readPage } from './windows/window-queries';

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
  const { queryClient, filters, signal, onProgress } = options;
  const found = new Gathered<AssetSummary>({ figureOf: sizeOf, filters });
  let offset = 0;
  const take = ({ items, unusable }: AssetPage) => {
    offset += items.length + unusable;
    for (const item of items) found.add(item);
    onProgress(found.size);
  };
  const known = queryClient.getQueryData<InfiniteData<AssetPage>>(
    assetQueries.list(options.workspace, filters).queryKey,
  );
  for (const page of known?.pages ?? []) take(page);

  const last = known?.pages.at(-1);
  if (last && last.next === undefined) return found;
  // Thousands may be read: whoever goes on looking around is not to wait for them.
  const workspace = { ...options.workspace, client: options.workspace.client.at('background') };
  const canonical = canonicalFilters(filters);
  // A search goes by offset; rows confirmed gone from the filter have left the pages and count no more.
  const from = needsSearch(canonical) ? String(offset) : last?.next;
  const rest = eachPage(
    (token) => readPatiently(() => readPage(workspace, canonical, { token }, signal), signal),
    { from },
  );
  for await (const page of rest) take(page);
  return found;
}
