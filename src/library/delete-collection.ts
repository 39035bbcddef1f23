import type { CollectionId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import { LAST } from './key';
import { requireCollection } from './membership';
import { modelRecord } from './model-record';
import type { WriteTransaction } from './storage';

/** Deletes a collection (404 where there is none); its assets and models stay and forget it. */
export async function deleteCollection(tx: WriteTransaction, id: CollectionId, now: string): Promise<void> {
  await requireCollection(tx, id);
  const changes = new AssetChanges(tx);
  for (const name of [`own/c/${id}`, `hidden/c/${id}`]) {
    const members = await tx.range('assets', { index: 'byCreated', from: [name], to: [name, LAST] });
    for (const record of members) {
      const collectionIds = record.asset.collectionIds.filter((other) => other !== id);
      changes.update(record, { ...record.asset, collectionIds });
    }
  }
  // A model stands in both listings where it is own and public: each is read once its other entry is gone.
  for (const name of [`own/c/${id}`, `public/c/${id}`]) {
    const models = await tx.range('models', { index: 'byCreated', from: [name], to: [name, LAST] });
    for (const { model } of models) {
      const collectionIds = model.collectionIds.filter((other) => other !== id);
      tx.put('models', modelRecord({ ...model, collectionIds }));
    }
  }
  tx.delete('collections', id);
  await changes.flush(now);
}
