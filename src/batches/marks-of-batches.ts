import type { AssetId, ModelId } from '~/contract/ids';
import type { Batch, FailureReason } from './batch';
import { type Change, hasItems, itemIdsOf } from './change';
import type { PendingChanges } from './pending-changes';

/** What a grid says about one item. Equal marks are the same object. */
interface Mark {
  readonly kind: 'pending' | 'failed';
  readonly text: string;
}

const PENDING: Mark = { kind: 'pending', text: 'not confirmed yet' };

const REASONS: Readonly<Record<FailureReason, string>> = {
  forbidden: 'belongs to another team',
  gone: 'no longer exists',
  'not-found': 'was not found',
  unauthorized: 'the workspace refused the key',
  'needs-key': 'not sent: the key is not there',
  unreachable: 'the workspace did not answer',
  unavailable: 'the workspace did not answer',
  unusable: 'the workspace did not answer clearly',
  'not-written': 'there was no room to write it down',
  'rate-limited': 'refused',
  invalid: 'refused',
  'unread-members': 'refused',
};

const marks = new Map<string, Mark>();

/**
 * Which items wait for their confirmation and which were refused. A refusal is told until its batch is dismissed or
 * tried again, or until something else was done with the item.
 */
export function marksOfBatches(
  batches: readonly Batch[],
  { assets, models }: Pick<PendingChanges, 'assets' | 'models'>,
): (id: string) => Mark | undefined {
  const failed = failedItems(batches);
  return (id) => (assets.has(id as AssetId) || models.has(id as ModelId) ? PENDING : failed.get(id));
}

function failedItems(batches: readonly Batch[]): ReadonlyMap<string, Mark> {
  const failed = new Map<string, Mark>();
  for (const batch of batches) {
    // Nearly always there is none, and ten thousand items need not be looked through.
    if (failed.size > 0)
      for (const change of batch.done) for (const id of itemIdsOf(change)) failed.delete(id);
    if (batch.dismissed) continue;
    for (const { change, reason } of batch.failures) {
      if (!hasItems(change)) continue;
      const mark = failedMark(change, reason);
      for (const id of itemIdsOf(change)) failed.set(id, mark);
    }
  }
  return failed;
}

function failedMark({ kind }: Change, reason: FailureReason): Mark {
  const verbs = { add: 'added', remove: 'removed', 'delete-assets': 'deleted', tag: 'tagged' } as const;
  const verb = verbs[kind as keyof typeof verbs];
  const text = `not ${verb}: ${REASONS[reason]}`;
  let mark = marks.get(text);
  if (!mark) marks.set(text, (mark = { kind: 'failed', text }));
  return mark;
}
