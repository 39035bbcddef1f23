import { useMutation } from '@tanstack/react-query';
import type { ActIntent, Batch } from './batch';
import { useWorkspaceBatches } from './batches-provider';
import { batchMutationKey } from './use-edit-membership';

/** Hands over any act of one kind; settles with its batch, never fails. */
function useAct<K extends ActIntent['kind']>(kind: K) {
  const batches = useWorkspaceBatches();
  return useMutation({
    mutationKey: batchMutationKey(batches.workspaceId),
    mutationFn: (intent: Omit<Extract<ActIntent, { kind: K }>, 'kind'>): Promise<Batch> =>
      batches.act({ kind, ...intent } as Extract<ActIntent, { kind: K }>),
  });
}

/** Makes a collection, perhaps with a selection in it. `createdCollectionId` of the batch tells its id. */
export function useCreateCollection() {
  return useAct('create');
}

/** Renames a collection. */
export function useRenameCollection() {
  return useAct('rename');
}

/** Sets a collection's thumbnail; null unsets it. */
export function useSetThumbnail() {
  return useAct('set-thumbnail');
}

/** Deletes a collection; its assets stay. */
export function useDeleteCollection() {
  return useAct('delete-collection');
}

/** Destroys assets. Ask first: there is no way back. */
export function useDeleteAssets() {
  return useAct('delete-assets');
}
