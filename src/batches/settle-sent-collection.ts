import { getCollection } from '~/api/collections';
import type { Collection } from '~/contract/collection';
import type { BatchTask } from './batch-task';
import type { CreateChange, DeleteCollectionChange, RenameChange, ThumbnailChange } from './change';
import { findCreated } from './run-collection';

type CollectionOnly = CreateChange | RenameChange | ThumbnailChange | DeleteCollectionChange;

/**
 * Looks whether the sent change of one collection's own record came through, and confirms it where it did. What cannot
 * be read is named as not confirmed.
 */
export async function settleSentCollection(task: BatchTask, change: CollectionOnly): Promise<void> {
  const seen = await task.look(() => read(task, change));
  if (!seen.ok && seen.error.kind !== 'not-found')
    return task.fail(change, seen.error.kind, seen.error.message);
  const record = seen.ok ? seen.value : undefined;
  return isDone(change, record) ? task.confirm(change, record) : undefined;
}

function read(task: BatchTask, change: CollectionOnly): Promise<Collection | undefined> {
  if (change.kind === 'create') return findCreated(task, change.collection.name);
  const id = change.kind === 'delete-collection' ? change.collection.id : change.collectionId;
  return getCollection(task.client, task.resolve(id));
}

function isDone(change: CollectionOnly, record: Collection | undefined): boolean {
  if (change.kind === 'delete-collection') return !record;
  if (!record) return false;
  if (change.kind === 'rename') return record.name === change.to;
  return change.kind === 'create' || record.thumbnail?.assetId === change.to?.assetId;
}
