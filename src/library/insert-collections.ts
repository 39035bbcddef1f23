import type { AssetId, CollectionId } from '~/contract/ids';
import type { Storage, WriteTransaction } from './storage';

/** A collection to begin with. Its thumbnail may name an asset that comes later. */
export interface NewCollection {
  id: CollectionId;
  name: string;
  createdAt: string;
  thumbnail?: AssetId;
  /** `#rrggbb` of that asset. */
  color?: string;
}

/** Writes empty collections in one transaction; insert them before their assets and models. */
export async function insertCollections(
  storage: Storage,
  collections: readonly NewCollection[],
): Promise<void> {
  await storage.write(['collections'], async (tx) => insertCollectionsIn(tx, collections));
}

/** The same inside a transaction that holds collections. */
export function insertCollectionsIn(tx: WriteTransaction, collections: readonly NewCollection[]): void {
  for (const collection of collections) {
    tx.put('collections', {
      ...collection,
      updatedAt: collection.createdAt,
      assetCount: 0,
      modelCount: 0,
      order: [-Date.parse(collection.createdAt), collection.id],
    });
  }
}
