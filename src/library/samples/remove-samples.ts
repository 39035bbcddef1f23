import type { CollectionId } from '~/contract/ids';
import { changeCollectionCounts } from '../collection-counts';
import { deleteAssets } from '../delete-assets';
import { INSERT_TABLES } from '../insert-assets';
import { LAST } from '../key';
import type { ModelRecord } from '../model-record';
import type { Storage, WriteTransaction } from '../storage';
import { SAMPLE_PREFIX, SAMPLES_AUTHOR } from './sample-manifest';
import { SAMPLES_FACT } from './seed-samples';

const samplesById = { from: SAMPLE_PREFIX, to: `${SAMPLE_PREFIX}\uffff` };
const listing = `own/a/${SAMPLES_AUTHOR}`;

/** Whether any sample asset, collection or model is in the library. */
export async function hasSamples(storage: Storage): Promise<boolean> {
  return storage.read(['assets', 'collections', 'models'], async (tx) => {
    const [assets, collections, models] = await Promise.all([
      tx.range('assets', { index: 'byCreated', from: [listing], to: [listing, LAST], limit: 1 }),
      tx.range('collections', { ...samplesById, limit: 1 }),
      tx.range('models', { ...samplesById, limit: 1 }),
    ]);
    return assets.length + collections.length + models.length > 0;
  });
}

/**
 * Deletes the samples in one transaction: all their assets, the models that no other asset was made with, and
 * the collections that hold nothing afterwards. What somebody added to a sample collection keeps it.
 */
export async function removeSamples(storage: Storage, now: Date): Promise<void> {
  await storage.write([...INSERT_TABLES], async (tx) => {
    const at = now.toISOString();
    const assets = await tx.range('assets', { index: 'byCreated', from: [listing], to: [listing, LAST] });
    await deleteAssets(
      tx,
      assets.map(({ id }) => id),
      at,
    );
    await removeModels(tx, at);
    for (const { id, assetCount, modelCount } of await tx.range('collections', samplesById)) {
      if (assetCount + modelCount === 0) tx.delete('collections', id);
    }
    tx.put('facts', { name: SAMPLES_FACT, value: 'removed' });
  });
}

async function removeModels(tx: WriteTransaction, now: string): Promise<void> {
  const left = new Map<CollectionId, number>();
  for (const record of await tx.range('models', samplesById)) {
    if (await isUsed(tx, record)) continue;
    tx.delete('models', record.id);
    for (const id of record.model.collectionIds) left.set(id, (left.get(id) ?? 0) - 1);
  }
  await changeCollectionCounts(tx, 'modelCount', left, now);
}

async function isUsed(tx: WriteTransaction, { id }: ModelRecord): Promise<boolean> {
  const name = `own/m/${id}`;
  const users = await tx.range('assets', { index: 'byCreated', from: [name], to: [name, LAST], limit: 1 });
  return users.length > 0;
}
