import { createStore } from 'zustand/vanilla';
import type { Batch, BatchItems, CollectionRef } from '~/batches/batch';

/** Chosen items on their way to a collection. */
export interface Drag {
  readonly items: BatchItems;
  /** Addresses of small pictures for the ghost, the grabbed item's first. */
  readonly pictures: readonly string[];
  /** The collection they are shown in: what they can be moved out of. */
  readonly from: CollectionRef | undefined;
  /** Where the pointer was when the drag began, in the window. */
  readonly start: { readonly x: number; readonly y: number };
  /** Told the batch that the drop makes. */
  readonly onBatch: (batch: Promise<Batch>) => void;
}

/** What is being dragged, if anything. It outlives the page it began on: others are opened on the way. */
export const dragStore = createStore<{ drag: Drag | null }>(() => ({ drag: null }));
