import { notifyManager } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { CollectionId } from '~/contract/ids';
import type { Batch } from './batch';
import {
  type BatchStoreState,
  type JournalState,
  type TakeBackQuestion,
  resolveCollectionId,
} from './batch-store';
import { useWorkspaceBatches } from './batches-provider';
import { useHeldChanges } from './held-changes';
import type { PendingChanges } from './pending-changes';

/**
 * Reads from the batch store. Notifications go out together with those of the query caches, so that a view never
 * shows a fact and the hope for it at once.
 */
function useBatchStore<T>(select: (state: BatchStoreState) => T): T {
  const { store } = useWorkspaceBatches();
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(notifyManager.batchCalls(listener)),
    [store],
  );
  return useSyncExternalStore(subscribe, () => select(store.getState()));
}

/** All batches of the workspace, oldest first, settled ones too until they are dismissed. */
export function useBatches(): readonly Batch[] {
  const batches = useBatchStore((state) => state.batches);
  return useMemo(() => batches.filter(({ dismissed }) => !dismissed), [batches]);
}

/** Collections that have another id by now, each with its next one: the server has named them, or made them again. */
export function useCollectionAliases(): ReadonlyMap<CollectionId, CollectionId> {
  return useBatchStore(({ aliases }) => aliases);
}

/** The undo or redo that waits for a decision. */
export function useTakeBackQuestion(): TakeBackQuestion | undefined {
  return useBatchStore(({ question }) => question);
}

/** Whether batches outlive the tab, and which of an earlier session cannot be read. */
export function useJournalState(): JournalState {
  return useBatchStore(({ journal }) => journal);
}

/** Everything pending, for the projections. */
export function usePendingChanges(): PendingChanges {
  const held = useHeldChanges();
  return useBatchStore(({ changes }) => held() ?? changes);
}

/** The id in use now for the collection in an address: it may have been made again under another one. */
export function useResolvedCollectionId(id: CollectionId): CollectionId {
  return useBatchStore(({ aliases }) => resolveCollectionId(aliases, id));
}
