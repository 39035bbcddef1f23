import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { getCollection, listCollections } from '~/api/collections';
import { queryKeys } from '~/api/query-keys';
import { isProvisional } from '~/batches/provisional-id';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';

const HALF_A_MINUTE = 30_000;

/** The collections files may go to: the same cached reads as everywhere, under the same keys. */
export const targetQueries = {
  list: (workspace: Workspace) =>
    infiniteQueryOptions({
      queryKey: queryKeys.collectionList(workspace.id),
      queryFn: ({ pageParam, signal }) => listCollections(workspace.client, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      // A token that was already used would page in circles for ever.
      getNextPageParam: ({ next }, _pages, _last, used) => (used.includes(next) ? undefined : next),
      staleTime: HALF_A_MINUTE,
    }),

  /** Asks nothing where there is no id. */
  detail: (workspace: Workspace, id: CollectionId | undefined) =>
    queryOptions({
      queryKey: queryKeys.collectionDetail(workspace.id, id ?? ''),
      queryFn:
        id === undefined || isProvisional(id)
          ? skipToken
          : ({ signal }) => getCollection(workspace.client, id, signal),
      staleTime: HALF_A_MINUTE,
    }),
};
