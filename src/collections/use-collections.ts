import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useProjectedCollectionPages } from '~/batches/use-projection';
import type { Collection } from '~/contract/collection';
import { useEveryPage } from '~/workspaces/use-every-page';
import { useWorkspace } from '~/workspaces/use-workspace';
import { arrangeCollections, type CollectionView, needsEveryCollection } from './collection-order';
import { collectionQueries } from './collection-queries';

export interface ListedCollections {
  /** The collections of the view among those read so far, in its order; undefined before the first page. */
  collections: readonly Collection[] | undefined;
  /** What has been read, page by page, whatever the view. */
  pages: readonly { readonly unusable: number }[] | undefined;
  /** How many have been read, whatever the view. */
  read: number;
  /** Every collection of the workspace has been read. */
  complete: boolean;
  error: Error | null;
  retry: () => void;
  /** Reads the next page; undefined at the end and while the rest comes by itself. */
  loadMore: (() => void) | undefined;
}

const EVERYTHING: CollectionView = { q: '', sort: 'server' };

/**
 * The collections of a view, with what pending batches will make of them. A filter or an order that the contract
 * cannot give needs every collection: the remaining pages are then read one after the other in the background.
 */
export function useCollections(view: CollectionView = EVERYTHING, readAll = false): ListedCollections {
  const workspace = useWorkspace();
  const query = useInfiniteQuery(collectionQueries.list(workspace));
  const { data, hasNextPage, isFetching, isError, error, fetchNextPage, refetch } = query;
  const needsAll = readAll || needsEveryCollection(view);

  useEveryPage(query, needsAll);

  const { q, sort } = view;
  const projected = useProjectedCollectionPages(data);
  const all = useMemo(() => projected?.pages.flatMap(({ items }) => items), [projected]);
  const collections = useMemo(() => all && arrangeCollections(all, { q, sort }), [all, q, sort]);

  return {
    collections,
    pages: data?.pages,
    read: all?.length ?? 0,
    complete: data !== undefined && !hasNextPage,
    error,
    retry: () => void (data ? fetchNextPage() : refetch()),
    loadMore: hasNextPage && !isFetching && !isError && !needsAll ? () => void fetchNextPage() : undefined,
  };
}
