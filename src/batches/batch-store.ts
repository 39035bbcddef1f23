import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CollectionId } from '~/contract/ids';
import { type Batch, isSettled } from './batch';
import type { NotKept, UnreadableBatch } from './journal/journal';
import { KnownMemberships } from './known-memberships';
import type { UndoLimits } from './undo-limits';
import { indexChanges, type IndexOptions, NO_CHANGES, type PendingChanges } from './pending-changes';
import { reindexChanges } from './reindex-changes';

/** What the interface knows of the batches of one workspace. */
export interface BatchStoreState {
  /** In the order in which they were handed over; settled ones stay until they are dismissed or forgotten. */
  batches: readonly Batch[];
  /** Everything that is still to be done, indexed for the projection. */
  changes: PendingChanges;
  aliases: ReadonlyMap<CollectionId, CollectionId>;
  /** An undo that can no longer be whole waits for the person to decide. */
  question: TakeBackQuestion | undefined;
  /** Batches of which nothing can be taken back any more, as the person was told: no levels of undo. */
  spent: ReadonlySet<string>;
  /** What the journal has to say about itself. */
  journal: JournalState;
  /** Brings the snapshots of pending changes up to date; no state of its own to subscribe to. */
  known: KnownMemberships;
}

export interface TakeBackQuestion extends UndoLimits {
  kind: 'undo' | 'redo';
  batch: Batch;
  answer: (goOn: boolean) => void;
}

export interface JournalState {
  /** Why batches do not outlive the tab; undefined where they do, or while that is not known. */
  notKept: NotKept | undefined;
  /** Acts that another version of Vitrine has written down. */
  unreadable: readonly UnreadableBatch[];
}

export type BatchStore = StoreApi<BatchStoreState>;

/** Settled batches kept for the panel and for undo; older ones are forgotten. */
const KEPT = 60;

/** A store without batches. */
export function createBatchStore(): BatchStore {
  return createStore(() => ({
    batches: [],
    changes: NO_CHANGES,
    aliases: new Map(),
    question: undefined,
    spent: new Set(),
    journal: { notKept: undefined, unreadable: [] },
    known: new KnownMemberships(),
  }));
}

/** What is pending with a batch that is not shown yet, and what it was made from. */
export interface PreparedChanges extends Pick<BatchStoreState, 'changes'> {
  from: Pick<BatchStoreState, 'changes' | 'aliases'>;
}

/** Indexes what will be pending with a batch, to be put in with it in a later task. */
export function prepareChanges({ getState }: BatchStore, batch: Batch): PreparedChanges {
  const { batches, changes, aliases, known } = getState();
  return { from: { changes, aliases }, changes: indexPending(inserted(batches, batch), aliases, known) };
}

interface PutOptions {
  /** The items that have left what was pending of the batch, where that is all that has changed there. */
  settled?: readonly string[];
  /** Is used where nothing else has changed since. */
  prepared?: PreparedChanges;
}

/**
 * Puts a batch in where it was handed over, or in the place of the one with its id; the projection follows in the same
 * notification.
 */
export function putBatch(store: BatchStore, batch: Batch, { settled = [], prepared }: PutOptions = {}): void {
  store.setState(({ batches, changes, aliases, known }) => {
    const index = batches.findIndex(({ id }) => id === batch.id);
    const before = batches[index];
    const next = index === -1 ? inserted(batches, batch) : batches.with(index, batch);
    const same = before?.pending === batch.pending || (!before && batch.pending.length === 0);
    // A change that is over is no more in the index: then that is made anew.
    const isPart = settled.length > 0 && before?.pending.length === batch.pending.length;
    const isReady = prepared?.from.changes === changes && prepared.from.aliases === aliases;
    const indexed = () => indexPending(next, aliases, known, isPart ? [changes, settled] : undefined);
    if (same) return { batches: forgetOldest(next) };
    return { batches: forgetOldest(next), changes: isReady ? prepared.changes : indexed() };
  });
}

/** Batches of another tab may come late: the order is that in which they were handed over. */
function inserted(batches: readonly Batch[], batch: Batch): readonly Batch[] {
  const before = batches.findLastIndex(({ createdAt }) => createdAt <= batch.createdAt);
  return batches.toSpliced(before + 1, 0, batch);
}

/** Remembers that a collection now has another id; everything pending follows. */
export function putAlias(store: BatchStore, from: CollectionId, to: CollectionId): void {
  store.setState(({ batches, aliases: before, known }) => {
    const aliases = new Map(before).set(from, to);
    return { aliases, changes: indexPending(batches, aliases, known) };
  });
}

/** The id the server uses now for a collection that was made again, perhaps several times. */
export function resolveCollectionId(
  aliases: ReadonlyMap<CollectionId, CollectionId>,
  id: CollectionId,
): CollectionId {
  let current = id;
  for (let steps = aliases.size; steps >= 0; steps -= 1) {
    const next = aliases.get(current);
    if (next === undefined) break;
    current = next;
  }
  return current;
}

function indexPending(
  batches: readonly Batch[],
  aliases: ReadonlyMap<CollectionId, CollectionId>,
  known: KnownMemberships,
  part?: [before: PendingChanges, left: readonly string[]],
): PendingChanges {
  const pending = batches.flatMap((batch) => batch.pending);
  if (pending.length === 0) known.clear();
  const options: IndexOptions = {
    resolve: (id) => resolveCollectionId(aliases, id),
    current: (item) => known.current(item),
  };
  return (part && reindexChanges(part[0], pending, part[1], options)) ?? indexChanges(pending, options);
}

function forgetOldest(batches: readonly Batch[]): readonly Batch[] {
  const settled = batches.filter(isSettled);
  if (settled.length <= KEPT) return batches;
  const forgotten = new Set(settled.slice(0, settled.length - KEPT));
  return batches.filter((batch) => !forgotten.has(batch));
}
