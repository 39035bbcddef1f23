import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { countAssets, listAssets, searchAssets } from '~/api/assets';
import { queryKeys } from '~/api/query-keys';
import type { ListAssetsQuery } from '~/contract/asset';
import type { SearchAssetsBody } from '~/contract/search';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, compare, listingQuery, needsSearch, searchBody } from '../asset-filters';
import type { AssetPage } from '../asset-queries';
import { searchPage } from '../search-page';
import { boundOf, dateFieldOf, type WindowStart } from './window-start';

/** The year 10000. */
const BEYOND = 253_402_300_800_000;

/** Reads of pages far into a listing. `filters` are canonical. */
export const windowQueries = {
  /**
   * One page, its rows in the listing's order. It stands among the infinite listings, so that confirmed batches are
   * written into it as into them. Whoever shows it takes it out of the cache.
   */
  page: (workspace: Workspace, filters: AssetFilters, start: WindowStart) =>
    infiniteQueryOptions({
      queryKey: queryKeys.assetWindow(workspace.id, filters, start),
      queryFn: ({ signal }) => readPage(workspace, filters, start, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: () => undefined,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    }),
};

/** How many rows stand before the first one of a date; undefined where the workspace gives no total. */
export async function countBefore(
  { client }: Workspace,
  filters: AssetFilters,
  at: number,
): Promise<number | undefined> {
  const field = dateFieldOf(filters) ?? 'createdAt';
  const { query, filter } = searchBody(filters);
  const earlier = compare(field, filters.sort === 'oldest' ? '<' : '>', new Date(at).toISOString());
  return countAssets(client, { query, filter: and(filter, earlier) });
}

/** The row at a position; undefined where the workspace does not answer so far into a search. */
export async function rowAtPosition(
  { client }: Workspace,
  filters: AssetFilters,
  position: number,
): Promise<AssetSummary | undefined> {
  const { items } = await searchAssets(client, { ...searchBody(filters), offset: position, limit: 1 });
  return items[0];
}

/** The date of the first row of a listing; with `up`, of its last. */
export async function firstDate(
  workspace: Workspace,
  filters: AssetFilters,
  up: boolean,
): Promise<number | undefined> {
  // Upwards from beyond all dates that are ever written.
  const beyond = filters.sort === 'oldest' ? BEYOND : 0;
  const { items } = await readPage(
    workspace,
    filters,
    up ? { at: beyond, up } : {},
    new AbortController().signal,
  );
  const row = up ? items.at(-1) : items[0];
  return row && dateOf(filters, row);
}

/** The date by which a row stands where it stands, in milliseconds. */
export function dateOf(filters: AssetFilters, asset: AssetSummary): number {
  return Date.parse(asset[dateFieldOf(filters) ?? 'createdAt']);
}

/** One page, its rows in the listing's order; nothing is kept of it. */
export async function readPage(
  workspace: Workspace,
  filters: AssetFilters,
  start: WindowStart,
  signal: AbortSignal,
): Promise<AssetPage> {
  const page = needsSearch(filters)
    ? await searchPage(workspace.client, searchFrom(filters, start), Number(start.token ?? 0), signal)
    : await listAssets(workspace.client, listingFrom(filters, start), signal);
  return start.up ? { ...page, items: page.items.toReversed() } : page;
}

function listingFrom(filters: AssetFilters, start: WindowStart): ListAssetsQuery {
  const { at, token } = start;
  const query = { ...listingQuery(filters), ...(token !== undefined && { paginationToken: token }) };
  if (at === undefined) return query;
  const { side, date, direction } = boundOf(filters, start, at);
  const name = `${dateFieldOf(filters) === 'updatedAt' ? 'updated' : 'created'}${side}` as const;
  const asked = query[name];
  // The narrower of the two; ISO dates of one length compare as text.
  const isNarrower = asked === undefined || (side === 'Before' ? date < asked : date > asked);
  return { ...query, sortDirection: direction, [name]: isNarrower ? date : asked };
}

function searchFrom(filters: AssetFilters, start: WindowStart): SearchAssetsBody {
  const body = searchBody(filters);
  const field = dateFieldOf(filters);
  if (start.at === undefined || !field) return body;
  const { side, date, direction } = boundOf(filters, start, start.at);
  const bound = compare(field, side === 'Before' ? '<' : '>', date);
  return { ...body, filter: and(body.filter, bound), sortBy: [`${field}:${direction}`] };
}

function and(filter: string | undefined, term: string): string {
  return filter === undefined ? term : `${filter} AND ${term}`;
}
