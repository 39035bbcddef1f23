import type { Page } from '~/api/page';

/** The part of an infinite query that a grid reads. */
export interface ListingQuery {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Pages as a place shows them, which may be a projection of what the query holds. */
export interface Listing<T> {
  pages: readonly Page<T>[] | undefined;
  /** Not everything is loaded. */
  hasMore: boolean;
  /** More may come behind the last of what is known. */
  isOpen: boolean;
  /** Reads what is missing around these positions; where a listing is only read from its start, undefined. */
  reach?: (first: number, last: number) => void;
  /** Undefined at the end, while a page is being read, and after one failed (then the person decides). */
  loadMore: (() => void) | undefined;
  /** Reads the page that failed again. */
  retryMore: (() => void) | undefined;
}

/** Pairs pages with the query they come from. */
export function listingOf<T>(query: ListingQuery, pages: readonly Page<T>[] | undefined): Listing<T> {
  const read = () => void query.fetchNextPage();
  const waiting = query.hasNextPage && !query.isFetching;
  return {
    pages,
    hasMore: query.hasNextPage,
    isOpen: query.hasNextPage,
    loadMore: waiting && !query.isFetchNextPageError ? read : undefined,
    retryMore: waiting && query.isFetchNextPageError ? read : undefined,
  };
}
