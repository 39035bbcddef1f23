import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useWorkspaceBatches } from './batches-provider';
import type { PendingChanges } from './pending-changes';

/** What is shown as pending below, while that is held; nothing is drawn because of it. */
type Hold = StoreApi<{ changes: PendingChanges | undefined }>;

const HeldChanges = createContext<Hold | undefined>(undefined);

/** A place that can be held as it is while it is being left: see `useHoldChanges`. */
export function HoldableChanges({ children }: { children: ReactNode }) {
  const [hold] = useState<Hold>(() => createStore(() => ({ changes: undefined })));
  return <HeldChanges value={hold}>{children}</HeldChanges>;
}

/**
 * Shows in this place what is pending now and nothing later, until the function it gives is called: where an act on
 * thousands leads elsewhere, they are drawn there and not here as well.
 */
export function useHoldChanges(): () => () => void {
  const hold = use(HeldChanges);
  const { store } = useWorkspaceBatches();
  return useCallback(() => {
    hold?.setState({ changes: store.getState().changes });
    return () => hold?.setState({ changes: undefined });
  }, [hold, store]);
}

/** What is held where this is drawn; undefined where nothing is. */
export function useHeldChanges(): () => PendingChanges | undefined {
  const hold = use(HeldChanges);
  return () => hold?.getState().changes;
}
