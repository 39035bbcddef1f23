import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listAssets } from '~/api/assets';
import { clientForQuery } from '~/api/client-for-query';
import { getCollection, listCollections } from '~/api/collections';
import { queryKeys } from '~/api/query-keys';
import { refuseRepeatedToken } from '~/api/refuse-repeated-token';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';

const HALF_A_MINUTE = 30_000;

/** Every read of collections. The contract neither filters nor sorts them, so there is one listing only. */
export const collectionQueries = {
  lists: (workspace: Workspace) => queryKeys.collections(workspace.id),

  list: (workspace: Workspace) =>
    infiniteQueryOptions({
      queryKey: queryKeys.collectionList(workspace.id),
      queryFn: async (context) => {
        const { pageParam, signal } = context;
        const client = clientForQuery(workspace.client, context, { isNext: pageParam !== undefined });
        const page = await listCollections(client, pageParam, signal);
        refuseRepeatedToken(context, page.next);
        return page;
      },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next,
      staleTime: HALF_A_MINUTE,
    }),

  detail: (workspace: Workspace, id: CollectionId) =>
    queryOptions({
      queryKey: queryKeys.collectionDetail(workspace.id, id),
      queryFn: (context) => getCollection(clientForQuery(workspace.client, context), id, context.signal),
      staleTime: HALF_A_MINUTE,
    }),

  /** The newest asset of a collection, whose picture stands in for a missing thumbnail; null where it has none. */
  newestAsset: (workspace: Workspace, id: CollectionId) =>
    queryOptions({
      queryKey: queryKeys.newestAsset(workspace.id, id),
      queryFn: async ({ signal }) => {
        const query = { collectionId: id, pageSize: 1, sortBy: 'createdAt', sortDirection: 'desc' } as const;
        const page = await listAssets(workspace.client.at('background'), query, signal);
        return page.items[0] ?? null;
      },
      staleTime: Infinity,
      gcTime: Infinity,
    }),
};
