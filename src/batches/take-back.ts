import type { ApiClient } from '~/api/client';
import type { Batch } from './batch';
import { type BatchStore, resolveCollectionId } from './batch-store';
import type { Change } from './change';
import { invertChanges } from './invert-changes';
import { findUndoLimits } from './undo-limits';

interface TakeBackOptions {
  kind: 'undo' | 'redo';
  batch: Batch;
  client: ApiClient;
  /** Milliseconds since 1970. */
  now: number;
  store: BatchStore;
}

/** Milliseconds for which what a batch has left is taken as it was: later somebody else may have been there. */
const FRESH = 120_000;

/**
 * The changes that take a settled batch back. Where it can no longer be whole the person is asked first; undefined
 * where there is nothing to take back, or where they would rather not.
 */
export async function takeBack(options: TakeBackOptions): Promise<readonly Change[] | undefined> {
  const { kind, batch, client, now, store } = options;
  const changes = invertChanges(batch.done);
  if (changes.length === 0) return undefined;
  const { batches, aliases } = store.getState();
  const limits = await findUndoLimits(changes, {
    client,
    batches,
    resolve: (id) => resolveCollectionId(aliases, id),
    ask: now - batch.updatedAt > FRESH,
  });
  if (limits.lostAssets.length + limits.lostCollections.length === 0) return changes;
  const goOn = await new Promise<boolean>((resolve) => {
    store.setState({ question: { kind, batch, ...limits, answer: resolve } });
  });
  const isSpent = limits.can.length === 0;
  store.setState(({ spent }) => ({
    question: undefined,
    ...(isSpent && { spent: new Set(spent).add(batch.id) }),
  }));
  return goOn && !isSpent ? limits.can : undefined;
}
