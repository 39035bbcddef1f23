import { createStore } from 'zustand/vanilla';

/** What stands out about an item: a change to it waits for its confirmation, or was not done. */
export interface ItemMark {
  readonly kind: 'pending' | 'failed';
  /** Describes the item to those who cannot see the sign. */
  readonly text: string;
}

interface ItemMarks {
  /** Gives the same object for as long as nothing else is to be said of the item. */
  readonly markOf: (id: string) => ItemMark | undefined;
}

export const NO_MARKS: ItemMarks = { markOf: () => undefined };

/** The marks of all grids. Whoever knows what becomes of items sets it; each cell reads its own. */
export const itemMarks = createStore<ItemMarks>(() => NO_MARKS);
