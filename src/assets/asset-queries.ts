import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { eachPage } from '~/api/each-page';
import type { AssetSummary } from '~/api/asset-summary';
import { countAssets, getAsset, getAssetText, listAssets } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import { clientForQuery } from '~/api/client-for-query';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import { refuseRepeatedToken } from '~/api/refuse-repeated-token';
import { listTags } from '~/api/tags';
import type { AssetId } from '~/contract/ids';
import type { Tag } from '~/contract/tag';
import { loadPart } from '~/ui/lazy-part';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters, listingQuery, needsSearch, searchBody } from './asset-filters';
import { withFreshUrl } from './with-fresh-url';

export type AssetPage = Page<AssetSummary>;
/** A token of the listing, or an offset into a search as text; undefined for the first page. */
type AssetPageParam = string | undefined;

const MINUTE = 60_000;
/** Tags are a list to choose from: beyond this many pages of 100 the rest is found by typing. */
const TAG_PAGES = 10;

/**
 * Every read of assets. Filters stand in the keys in one canonical spelling, so that whoever confirms a change
 * can tell which listings an asset leaves.
 */
export const assetQueries = {
  list: (workspace: Workspace, filters: AssetFilters) => {
    const canonical = canonicalFilters(filters);
    const bySearch = needsSearch(canonical);
    return infiniteQueryOptions({
      queryKey: queryKeys.assetList(workspace.id, canonical),
      queryFn: async (context) => {
        const { pageParam, signal } = context;
        const client = clientForQuery(workspace.client, context, { isNext: pageParam !== undefined });
        if (bySearch) {
          const { searchPage } = await loadPart(() => import('./search-page'));
          return searchPage(client, searchBody(canonical), Number(pageParam ?? 0), signal);
        }
        const query = { ...listingQuery(canonical), ...(pageParam && { paginationToken: pageParam }) };
        const page = await listAssets(client, query, signal);
        refuseRepeatedToken(context, page.next);
        return page;
      },
      initialPageParam: undefined as AssetPageParam,
      getNextPageParam: (last, pages) => (bySearch && last.next ? nextOffset(pages) : last.next),
      staleTime: MINUTE / 2,
    });
  },

  detail: (workspace: Workspace, id: AssetId) =>
    queryOptions({
      queryKey: queryKeys.assetDetail(workspace.id, id),
      queryFn: (context) => getAsset(clientForQuery(workspace.client, context), id, context.signal),
      staleTime: MINUTE,
    }),

  /** One asset for the sake of its picture, null where there is none: a wall of them is one request. */
  picture: (workspace: Workspace, id: AssetId) =>
    queryOptions({
      queryKey: queryKeys.assetPicture(workspace.id, id),
      queryFn: async () => {
        const { readInBulk } = await loadPart(() => import('./read-in-bulk'));
        return (await readInBulk(workspace, id)) ?? null;
      },
      staleTime: 10 * MINUTE,
    }),

  /** The original of a text or JSON asset, its beginning if it is long. */
  text: (workspace: Workspace, id: AssetId, url: string) =>
    queryOptions({
      queryKey: queryKeys.assetText(workspace.id, id),
      queryFn: ({ signal }) =>
        withFreshUrl(workspace, { id, url }, (from) => getAssetText(workspace.client, from, signal)),
      // An original never changes.
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** How many match; null where the workspace gives no total. */
  count: (workspace: Workspace, filters: AssetFilters) => {
    const canonical = canonicalFilters({ ...filters, sort: undefined });
    return queryOptions({
      queryKey: queryKeys.assetCount(workspace.id, canonical),
      queryFn: async (context) => {
        const { sortBy: _, ...body } = searchBody(canonical);
        const client = clientForQuery(workspace.client, context);
        return (await countAssets(client, body, context.signal)) ?? null;
      },
      staleTime: MINUTE / 2,
    });
  },

  tags: (workspace: Workspace) =>
    queryOptions({
      queryKey: queryKeys.tags(workspace.id),
      queryFn: ({ signal }) => readTags(workspace.client.at('background'), signal),
      staleTime: MINUTE,
    }),
};

/**
 * The offset after the pages as they stand now. Rows confirmed gone from the filter have left the pages, so the
 * offset shrinks with them and nothing is skipped.
 */
function nextOffset(pages: readonly AssetPage[]): string {
  return String(pages.reduce((sum, page) => sum + page.items.length + page.unusable, 0));
}

async function readTags(client: ApiClient, signal: AbortSignal): Promise<Tag[]> {
  const tags: Tag[] = [];
  let read = 0;
  for await (const { items } of eachPage((token) => listTags(client, token, signal), { repeated: 'ends' })) {
    tags.push(...items);
    read += 1;
    if (read === TAG_PAGES) break;
  }
  return tags;
}
