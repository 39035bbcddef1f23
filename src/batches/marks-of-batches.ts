import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { Batch, FailureReason } from './batch';
import { type Change, collectionsOf, hasItems, itemIdsOf } from './change';
import type { PendingChanges } from './pending-changes';

/** What is said about one item or collection where it is shown. Equal marks are the same object. */
interface Mark {
  readonly kind: 'pending' | 'failed';
  readonly text: string;
}

const PENDING: Mark = { kind: 'pending', text: 'not confirmed yet' };

const REASONS: Readonly<Record<FailureReason, string>> = {
  forbidden: 'belongs to another team',
  gone: 'no longer exists',
  'collection-gone': 'the collection no longer exists',
  'not-found': 'was not found',
  unauthorized: 'the workspace refused the key',
  'needs-key': 'not sent: the key is not there',
  unreachable: 'the workspace did not answer',
  unavailable: 'the workspace did not answer',
  unusable: 'the workspace did not answer clearly',
  'not-written': 'there was no room to write it down',
  'rate-limited': 'refused',
  invalid: 'refused',
  'unread-members': 'not everything in it can be read',
};

const marks = new Map<string, Mark>();

/**
 * Which items and collections wait for their confirmation and which were refused. A refusal is told until its batch is
 * dismissed or tried again, or until something else was done with the item. `resolve` gives the id of today.
 */
export function marksOfBatches(
  batches: readonly Batch[],
  { assets, models, collections }: Pick<PendingChanges, 'assets' | 'models' | 'collections'>,
  resolve = (id: CollectionId) => id,
): (id: string) => Mark | undefined {
  const failed = failedItems(batches, resolve);
  return (id) =>
    assets.has(id as AssetId) || models.has(id as ModelId) || collections.has(id as CollectionId)
      ? PENDING
      : failed.get(id);
}

function failedItems(
  batches: readonly Batch[],
  resolve: (id: CollectionId) => CollectionId,
): ReadonlyMap<string, Mark> {
  const failed = new Map<string, Mark>();
  for (const batch of batches) {
    // Nearly always there is none, and ten thousand items need not be looked through.
    if (failed.size > 0)
      for (const change of batch.done) for (const id of idsOf(change, resolve)) failed.delete(id);
    if (batch.dismissed) continue;
    for (const { change, reason } of batch.failures) {
      if (hasItems(change)) {
        const mark = failedMark(VERBS[change.kind], reason);
        for (const id of itemIdsOf(change)) failed.set(id, mark);
      }
      const collection = collectionOf(change, resolve);
      if (collection !== undefined) failed.set(collection, failedMark(COLLECTION_VERBS[change.kind], reason));
    }
  }
  return failed;
}

function idsOf(change: Change, resolve: (id: CollectionId) => CollectionId): readonly string[] {
  const collection = collectionOf(change, resolve);
  return [...(hasItems(change) ? itemIdsOf(change) : []), ...(collection === undefined ? [] : [collection])];
}

/** The collection that a change is about. */
function collectionOf(change: Change, resolve: (id: CollectionId) => CollectionId): CollectionId | undefined {
  const [id] = collectionsOf(change) ?? [];
  return id === undefined ? undefined : resolve(id);
}

const VERBS: Readonly<Record<Change['kind'], string>> = {
  add: 'not added',
  remove: 'not removed',
  'delete-assets': 'not deleted',
  tag: 'not tagged',
  create: 'not created',
  rename: 'not renamed',
  thumbnail: 'thumbnail not changed',
  'delete-collection': 'not deleted',
};
const COLLECTION_VERBS = { ...VERBS, add: 'some not added', remove: 'some not removed' };

function failedMark(what: string, reason: FailureReason): Mark {
  const text = `${what}: ${REASONS[reason]}`;
  let mark = marks.get(text);
  if (!mark) marks.set(text, (mark = { kind: 'failed', text }));
  return mark;
}
