import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Collection } from '~/contract/collection';
import { useEveryPage } from '~/workspaces/use-every-page';
import { useWorkspace } from '~/workspaces/use-workspace';
import { targetQueries } from './target-queries';

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Every collection of the workspace by name; the contract lists 100 a page, so the rest is read in the background. */
export function useAllCollections(): { collections: readonly Collection[]; complete: boolean } {
  const query = useInfiniteQuery(targetQueries.list(useWorkspace()));
  useEveryPage(query);
  const { data, hasNextPage } = query;
  const collections = useMemo(
    () => (data?.pages ?? []).flatMap((page) => page.items).sort((a, b) => byName.compare(a.name, b.name)),
    [data],
  );
  return { collections, complete: data !== undefined && !hasNextPage };
}
