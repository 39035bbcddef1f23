import * as z from 'zod/mini';
import type { ListAssetsQuery } from '~/contract/asset';
import type { CollectionId, ModelId } from '~/contract/ids';
import { modelIdSchema } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { SearchAssetsBody, SearchFilterField } from '~/contract/search';
import { flag } from './search-flag';

const ASSET_SORTS = ['newest', 'oldest', 'updated', 'width', 'height'] as const;
export type AssetSort = (typeof ASSET_SORTS)[number];

/** What is asked of a listing of assets. Dates are calendar days (`2026-05-31`), both included, in local time. */
export interface AssetFilters {
  q?: string | undefined;
  kind?: string | undefined;
  model?: ModelId | undefined;
  tag?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  /** Only assets that are in no collection. */
  unfiled?: boolean | undefined;
  /** Only members of this collection. Comes from the path, never from the search. */
  collectionId?: CollectionId | undefined;
  sort?: AssetSort | undefined;
}

const text = z.catch(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))), undefined);
const day = z.catch(
  z.optional(
    z.string().check(
      z.regex(/^\d{4}-\d{2}-\d{2}$/),
      z.refine((value) => !Number.isNaN(startOfDay(value).getTime())),
    ),
  ),
  undefined,
);

/** Search parameters that filter and sort. An invalid value falls back to its default; `?q=2024` stays text. */
export const assetFilterSearch = {
  q: text,
  kind: text,
  model: z.catch(z.optional(modelIdSchema), undefined),
  tag: text,
  after: day,
  before: day,
  unfiled: flag,
  sort: z.catch(z.optional(z.enum(ASSET_SORTS)), undefined),
};

const filtersSchema = z.object(assetFilterSearch);

/** The filters in a place's search parameters; `collectionId` is given by the place. */
export function filtersOfSearch(search: object, collectionId?: CollectionId): AssetFilters {
  const filters = filtersSchema.parse(search);
  return collectionId === undefined ? filters : { ...filters, collectionId };
}

/** The filters that narrow the listing: neither the sort nor the collection whose page it is. */
export function activeFilters(filters: AssetFilters): (keyof AssetFilters)[] {
  const narrowing = ['q', 'kind', 'model', 'tag', 'after', 'before', 'unfiled'] as const;
  return narrowing.filter((name) => filters[name] !== undefined && filters[name] !== false);
}

/** One spelling for equal filters, so that they share a query key. */
export function canonicalFilters({ sort = 'newest', unfiled, ...rest }: AssetFilters): AssetFilters {
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(entries) as AssetFilters), ...(unfiled && { unfiled }), sort };
}

/** Whether `GET /assets` can answer: it knows no text, kind, tag or "in no collection" and sorts by date alone. */
export function needsSearch(filters: AssetFilters): boolean {
  const { q, kind, tag, unfiled, sort, after, before } = filters;
  if (q ?? kind ?? tag) return true;
  if (unfiled || sort === 'width' || sort === 'height') return true;
  // Date bounds of creation are refused unless the listing is sorted by creation.
  return sort === 'updated' && Boolean(after ?? before);
}

/** Query of `GET /assets` for filters that need no search. */
export function listingQuery(filters: AssetFilters): ListAssetsQuery {
  const { model, collectionId, sort = 'newest', after, before } = filters;
  return {
    pageSize: LIMITS.assetsPage.max,
    sortBy: sort === 'updated' ? 'updatedAt' : 'createdAt',
    sortDirection: sort === 'oldest' ? 'asc' : 'desc',
    ...(model && { modelId: model }),
    ...(collectionId && { collectionId }),
    ...(after && { createdAfter: lastMomentBefore(after) }),
    ...(before && { createdBefore: firstMomentAfter(before) }),
  };
}

const SEARCH_SORT: Record<AssetSort, string> = {
  newest: 'createdAt:desc',
  oldest: 'createdAt:asc',
  updated: 'updatedAt:desc',
  width: 'width:desc',
  height: 'height:desc',
};

/** Body of `POST /search/assets` without its paging. The query is sent even if empty: a body without one is refused. */
export function searchBody(filters: AssetFilters): SearchAssetsBody {
  const { q, kind, model, tag, after, before, unfiled, collectionId, sort = 'newest' } = filters;
  const terms = [
    kind && compare('kind', '=', kind),
    model && compare('modelId', '=', model),
    tag && compare('tags', '=', tag),
    collectionId && compare('collectionIds', '=', collectionId),
    unfiled && 'collectionIds IS EMPTY',
    after && compare('createdAt', '>', lastMomentBefore(after)),
    before && compare('createdAt', '<', firstMomentAfter(before)),
  ].filter(Boolean);
  return {
    query: q ?? '',
    ...(terms.length > 0 && { filter: terms.join(' AND ') }),
    sortBy: [SEARCH_SORT[sort]],
  };
}

/** One term of the filter grammar, its value quoted (`\` and `"` escaped). */
export function compare(field: SearchFilterField, operator: '=' | '>' | '<', value: string): string {
  return `${field} ${operator} "${value.replace(/[\\"]/g, '\\$&')}"`;
}

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

/** The contract's bounds are exclusive: a millisecond before the day begins includes all of it. */
function lastMomentBefore(day: string): string {
  return new Date(startOfDay(day).getTime() - 1).toISOString();
}

function firstMomentAfter(day: string): string {
  const next = startOfDay(day);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}
