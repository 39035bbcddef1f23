import type { CollectionId } from '~/contract/ids';
import type { Batch } from './batch';

/**
 * What batches of this browser have confirmed about a collection since the given one was planned: item → whether it is
 * in. What two tabs plan at once is planned from the same snapshot; this keeps the second from sending it again.
 */
export function knownMembers(
  batches: readonly Batch[],
  batch: Batch,
  collectionId: CollectionId,
  resolve: (id: CollectionId) => CollectionId,
): ReadonlyMap<string, boolean> {
  const known = new Map<string, boolean>();
  for (const other of batches) {
    if (other.updatedAt < batch.createdAt) continue;
    for (const change of other.done) {
      // Made again after a deletion it begins empty.
      if (change.kind === 'delete-collection' && resolve(change.collection.id) === collectionId)
        known.clear();
      if (change.kind !== 'add' && change.kind !== 'remove') continue;
      if (resolve(change.collectionId) !== collectionId) continue;
      for (const { id } of [...change.assets, ...change.models]) known.set(id, change.kind === 'add');
    }
  }
  return known;
}
