import { useMutation } from '@tanstack/react-query';
import type { CollectionId } from '~/contract/ids';
import type { ActIntent, Batch } from './batch';
import { useWorkspaceBatches } from './batches-provider';

type MembershipIntent = Extract<ActIntent, { kind: 'add' | 'remove' | 'copy' | 'move' | 'edit-memberships' }>;

/** `mutationKey` of every act on a workspace; with a collection, of the acts on that one. */
export function batchMutationKey(workspaceId: string, collectionId?: CollectionId) {
  return collectionId === undefined
    ? ([workspaceId, 'batches'] as const)
    : ([workspaceId, 'batches', collectionId] as const);
}

/** Batches that have been handed over and whose mutation waits for them. */
const handedOver = new WeakMap<MembershipIntent, Promise<Batch>>();

/**
 * Adds, removes, moves or copies items. The result shows at once by projection; the mutation settles with the batch
 * and never fails: what was refused is in `failures`. Acts on one collection settle in order.
 */
export function useEditMembership(collectionId?: CollectionId) {
  const batches = useWorkspaceBatches();
  return useMutation({
    mutationKey: batchMutationKey(batches.workspaceId, collectionId),
    ...(collectionId !== undefined && { scope: { id: `${batches.workspaceId}/${collectionId}` } }),
    // The scope holds `mutationFn` back while an earlier act on the collection runs; the act must show before that.
    onMutate: (intent: MembershipIntent) => {
      handedOver.set(intent, batches.act(intent));
    },
    mutationFn: (intent: MembershipIntent): Promise<Batch> => handedOver.get(intent) ?? batches.act(intent),
  });
}
