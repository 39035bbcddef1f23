import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listModels } from '~/api/models';
import { queryKeys } from '~/api/query-keys';
import { useProjectedModelPages } from '~/batches/use-projection';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';
import { useWorkspace } from '~/workspaces/use-workspace';

interface ModelView {
  /** Only members of this collection. */
  collectionId?: CollectionId;
}

/** The models of a workspace or of one collection, newest first as the contract lists private ones. */
export function modelListing(workspace: Workspace, view: ModelView) {
  return infiniteQueryOptions({
    queryKey: queryKeys.modelList(workspace.id, view),
    queryFn: ({ pageParam, signal }) =>
      listModels(
        workspace.client,
        { ...view, pageSize: LIMITS.modelsPage.default, ...(pageParam && { paginationToken: pageParam }) },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }, _pages, _last, used) => (used.includes(next) ? undefined : next),
    staleTime: 30_000,
  });
}

/** A listing of models with what pending batches will make of it. */
export function useModelListing(collectionId?: CollectionId) {
  const workspace = useWorkspace();
  const view = useMemo(() => (collectionId === undefined ? {} : { collectionId }), [collectionId]);
  const query = useInfiniteQuery(modelListing(workspace, view));
  const projected = useProjectedModelPages(query.data, view);
  const pages = useMemo(
    // Cards are square; the contract knows no size of a model's picture.
    () =>
      projected?.pages.map((page) => ({
        ...page,
        items: page.items.map((model) => ({ ...model, width: 1, height: 1 })),
      })),
    [projected],
  );
  return { query, pages };
}
