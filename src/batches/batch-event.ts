import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Batch, BatchFailure, BatchHold, FailureReason } from './batch';
import {
  type Change,
  type DeleteCollectionChange,
  hasItems,
  itemIdsOf,
  keysOf,
  sizeOf,
  taken,
} from './change';

/**
 * What becomes of a batch. The journal is a list of these, other tabs are told them, and a batch at any moment is
 * what they come to. `ids` name the items of the first pending change; none stands for the whole of it.
 */
export type BatchEvent = { at: number } & (
  | { type: 'sending'; ids: readonly string[] }
  /** A clear answer: nothing of what was sent happened. */
  | { type: 'refused'; ids: readonly string[] }
  | { type: 'done'; ids: readonly string[]; made?: Collection }
  /** Nothing to do for them: they are so already, or an earlier step failed for them. */
  | { type: 'left-out'; ids: readonly string[]; already: boolean }
  | { type: 'failed'; ids: readonly string[]; reason: FailureReason; message: string }
  /** The members of the collection to be deleted. */
  | { type: 'members'; change: DeleteCollectionChange }
  | { type: 'wish'; wish: Batch['wish'] }
  | { type: 'state'; state: Batch['state'] }
  | { type: 'dismissed' }
  | Passing
);

/** Shown in every tab but not written down: after a crash they mean nothing. */
export type Passing =
  | { type: 'progress'; progress: Batch['progress'] }
  | { type: 'held'; hold: BatchHold | undefined };

/** Whether an event is only shown. */
export function isPassing(event: BatchEvent): event is BatchEvent & Passing {
  return event.type === 'progress' || event.type === 'held';
}

/** The batch after an event. */
export function reduceBatch(batch: Batch, event: BatchEvent): Batch {
  // What a person does about a batch is not what becomes of it.
  const isOutside = event.type === 'wish' || event.type === 'dismissed' || isPassing(event);
  const next: Batch = isOutside ? { ...batch } : { ...batch, updatedAt: Math.max(batch.updatedAt, event.at) };
  switch (event.type) {
    case 'sending':
      return { ...next, sent: [...new Set([...batch.sent, ...event.ids])] };
    case 'refused':
      return { ...next, sent: withoutIds(batch.sent, event.ids) };
    case 'done':
    case 'left-out':
    case 'failed':
      return settlePart(next, event);
    case 'members': {
      const pending = [event.change, ...batch.pending.slice(1)];
      return { ...next, pending, progress: { settled: 0, total: pending.length } };
    }
    case 'wish':
      return { ...next, wish: event.wish };
    case 'state':
      if (event.state === 'running' || event.state === 'paused')
        return { ...next, state: event.state, hold: undefined };
      return { ...next, state: event.state, hold: undefined, pending: [], sent: [], wish: owed(batch) };
    case 'dismissed':
      return { ...next, dismissed: true };
    case 'progress':
      return { ...next, progress: event.progress };
    case 'held':
      return { ...next, hold: event.hold };
  }
}

/** The wish that outlives the batch: what it has done is still to be taken back. */
function owed({ wish, done }: Batch): Batch['wish'] {
  return wish === 'take-back' && done.length > 0 ? wish : undefined;
}

/** Old id → new id of the collection that this event has made. */
export function aliasesOf(
  batch: Batch,
  event: BatchEvent,
): readonly (readonly [CollectionId, CollectionId])[] {
  const [change] = batch.pending;
  if (event.type !== 'done' || !event.made || change?.kind !== 'create') return [];
  const { id } = event.made;
  const olds = new Set([change.collection.id, ...(change.replaces ? [change.replaces] : [])]);
  return [...olds].filter((old) => old !== id).map((old) => [old, id] as const);
}

function settlePart(
  batch: Batch,
  event: Extract<BatchEvent, { type: 'done' | 'left-out' | 'failed' }>,
): Batch {
  const [first, ...rest] = batch.pending;
  if (!first) return batch;
  const [part, left] = event.ids.length > 0 ? taken(first, event.ids) : [first];
  if (!part) return batch;
  const ids = hasItems(part) ? itemIdsOf(part) : keysOf(part);
  const size = sizeOf(part);
  const { settled, total } = batch.progress;
  return {
    ...batch,
    pending: left ? [left, ...rest] : rest,
    sent: withoutIds(batch.sent, ids),
    progress: { settled: Math.min(total, settled + size), total },
    ...outcomeOf(batch, part, ids, event),
  };
}

function outcomeOf(
  batch: Batch,
  part: Change,
  ids: readonly string[],
  event: Extract<BatchEvent, { type: 'done' | 'left-out' | 'failed' }>,
): Partial<Batch> {
  if (event.type === 'left-out') return event.already ? { already: batch.already + sizeOf(part) } : {};
  if (event.type === 'done') {
    const done = part.kind === 'create' && event.made ? { ...part, collection: event.made } : part;
    return { done: [...batch.done, done] };
  }
  const among = new Set(ids);
  const sent = batch.sent.filter((id) => among.has(id));
  const { reason, message } = event;
  const failure: BatchFailure = { change: part, reason, message, ...(sent.length > 0 && { sent }) };
  return { failures: [...batch.failures, failure] };
}

function withoutIds(sent: readonly string[], ids: readonly string[]): readonly string[] {
  if (sent.length === 0) return sent;
  const gone = new Set(ids);
  return sent.filter((id) => !gone.has(id));
}
