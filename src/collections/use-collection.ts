import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '~/api/api-error';
import { isProvisional } from '~/batches/provisional-id';
import { usePendingChanges, useResolvedCollectionId } from '~/batches/use-batches';
import { useProjectedCollection } from '~/batches/use-projection';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { useWorkspace } from '~/workspaces/use-workspace';
import { collectionQueries } from './collection-queries';

export interface OneCollection {
  /** With what pending batches will make of it; undefined until it is read. */
  collection: Collection | undefined;
  /** There is none of this id: never was, or deleted. */
  missing: boolean;
  /** The id it has now, where it was made (again) under another one. */
  movedTo: CollectionId | undefined;
  error: Error | null;
  retry: () => void;
}

/** One collection by id. What the list already knows is shown until its own record is there. */
export function useCollection(id: CollectionId): OneCollection {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const { collections, deletedCollections } = usePendingChanges();
  const current = useResolvedCollectionId(id);
  // One that only exists in a pending batch so far cannot be read.
  const isDraft = collections.get(id)?.created !== undefined;
  const { data, error, refetch } = useQuery({
    ...collectionQueries.detail(workspace, id),
    enabled: !isDraft && !isProvisional(id) && current === id,
    placeholderData: () =>
      queryClient
        .getQueryData(collectionQueries.list(workspace).queryKey)
        ?.pages.flatMap(({ items }) => items)
        .find((collection) => collection.id === id),
  });
  const notFound = error instanceof ApiError && error.kind === 'not-found';
  const collection = useProjectedCollection(id, notFound ? undefined : data);
  return {
    collection,
    missing: collection === undefined && (deletedCollections.has(id) || notFound || isProvisional(id)),
    movedTo: current === id ? undefined : current,
    error,
    retry: () => void refetch(),
  };
}
