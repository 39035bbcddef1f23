import { useEffect } from 'react';

/** As much of an infinite query as it takes. */
interface PagedQuery {
  data: { pages: readonly unknown[] } | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Reads on to the last page, once the first is there and as long as that is `wanted`; stops at one that cannot be read. */
export function useEveryPage(query: PagedQuery, wanted = true): void {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    // A page that is answered at once may never show as being fetched: the number of pages tells of it.
    if (pages > 0 && wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [pages, wanted, hasNextPage, isFetching, isError, fetchNextPage]);
}
