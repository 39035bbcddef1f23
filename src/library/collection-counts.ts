import type { CollectionId } from '~/contract/ids';
import type { WriteTransaction } from './storage';

/** Adds to a stored count of collections, and marks them as updated. Unknown collections are passed over. */
export async function changeCollectionCounts(
  tx: WriteTransaction,
  count: 'assetCount' | 'modelCount',
  by: ReadonlyMap<CollectionId, number>,
  now: string,
): Promise<void> {
  const stored = await tx.getMany('collections', [...by.keys()]);
  for (const collection of stored) {
    if (!collection) continue;
    tx.put('collections', {
      ...collection,
      [count]: collection[count] + (by.get(collection.id) ?? 0),
      updatedAt: now > collection.updatedAt ? now : collection.updatedAt,
    });
  }
}
