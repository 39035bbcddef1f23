import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { AssetChanges } from './asset-changes';
import { type AssetRecord, isOwn } from './asset-record';
import { badRequest, forbidden, notFound } from './library-error';
import { type ModelRecord, modelRecord } from './model-record';
import type { WriteTransaction } from './storage';
import type { CollectionRecord } from './tables';

export type Change = 'add' | 'remove';

/**
 * Adds or removes assets of a collection. One unknown id (404), one of another team (403) or one that is already a
 * member (400) refuses all of them. Removing what is not a member changes nothing. Assets keep their `updatedAt`.
 */
export async function changeAssetMembers(
  tx: WriteTransaction,
  change: Change,
  collectionId: CollectionId,
  assetIds: readonly AssetId[],
  now: string,
): Promise<CollectionRecord> {
  const collection = await requireCollection(tx, collectionId);
  const found = await tx.getMany('assets', assetIds);
  const records = found.map((record, at) => {
    if (!record) throw notFound('Asset', assetIds[at] ?? '');
    if (!isOwn(record)) throw forbidden(`Asset ${record.id} belongs to another team`);
    return record;
  });
  const changed = effective(change, collectionId, records, ({ asset }) => asset.collectionIds);
  const changes = new AssetChanges(tx);
  for (const record of changed) {
    const collectionIds = replaceId(change, record.asset.collectionIds, collectionId);
    changes.update(record, { ...record.asset, collectionIds });
  }
  await changes.flush(now);
  return bump(tx, collection, 'assetCount', change, changed.length, now);
}

/** The same for models; public models of others may be collected, as they are shared with everybody. */
export async function changeModelMembers(
  tx: WriteTransaction,
  change: Change,
  collectionId: CollectionId,
  modelIds: readonly ModelId[],
  now: string,
): Promise<CollectionRecord> {
  const collection = await requireCollection(tx, collectionId);
  const found = await tx.getMany('models', modelIds);
  const records = found.map((record, at) => {
    if (!record) throw notFound('Model', modelIds[at] ?? '');
    return record;
  });
  const changed = effective(change, collectionId, records, ({ model }) => model.collectionIds);
  for (const { model } of changed) {
    const collectionIds = replaceId(change, model.collectionIds, collectionId);
    tx.put('models', modelRecord({ ...model, collectionIds }));
  }
  return bump(tx, collection, 'modelCount', change, changed.length, now);
}

/** The stored collection; 404 where there is none. */
export async function requireCollection(
  tx: Pick<WriteTransaction, 'get'>,
  id: CollectionId,
): Promise<CollectionRecord> {
  const collection = await tx.get('collections', id);
  if (!collection) throw notFound('Collection', id);
  return collection;
}

function effective<T extends AssetRecord | ModelRecord>(
  change: Change,
  collectionId: CollectionId,
  records: readonly T[],
  collectionsOf: (record: T) => readonly CollectionId[],
): T[] {
  const distinct = new Map(records.map((record) => [record.id, record]));
  const members = [...distinct.values()].filter((record) => collectionsOf(record).includes(collectionId));
  if (change === 'remove') return members;
  const [member] = members;
  if (member) throw badRequest(`${member.id} is already in the collection`);
  if (distinct.size < records.length) throw badRequest('The same id stands twice in the request');
  return [...distinct.values()];
}

function replaceId(change: Change, ids: readonly CollectionId[], id: CollectionId): CollectionId[] {
  return change === 'add' ? [...ids, id] : ids.filter((other) => other !== id);
}

function bump(
  tx: WriteTransaction,
  collection: CollectionRecord,
  count: 'assetCount' | 'modelCount',
  change: Change,
  by: number,
  now: string,
): CollectionRecord {
  if (by === 0) return collection;
  const next = collection[count] + (change === 'add' ? by : -by);
  const changed = { ...collection, [count]: next, updatedAt: now };
  tx.put('collections', changed);
  return changed;
}
