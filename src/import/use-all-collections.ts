import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Collection } from '~/contract/collection';
import { useWorkspace } from '~/workspaces/use-workspace';
import { targetQueries } from './target-queries';

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Every collection of the workspace by name; the contract lists 100 a page, so the rest is read in the background. */
export function useAllCollections(): { collections: readonly Collection[]; complete: boolean } {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery(
    targetQueries.list(useWorkspace()),
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const collections = useMemo(
    () => (data?.pages ?? []).flatMap((page) => page.items).sort((a, b) => byName.compare(a.name, b.name)),
    [data],
  );
  return { collections, complete: data !== undefined && !hasNextPage };
}
