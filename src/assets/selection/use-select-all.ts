import { useCallback } from 'react';
import { toasts } from '~/ui/toasts';
import type { GridItem } from '../grid/item-sequence';
import type { PlaceSelection } from './selection-store';

interface SelectAllOptions<T extends GridItem> {
  selection: PlaceSelection<T>;
  /** Not everything that matches is loaded. */
  hasMore: boolean;
  /** How many match, where known. */
  total: number | undefined;
  /** Reads everything that matches. */
  readAll: (signal: AbortSignal, onProgress: (done: number) => void) => Promise<readonly T[]>;
}

export interface SelectAll {
  /** All that are loaded; where they are selected already, all that match. */
  selectAll: () => void;
  selectAllMatching: () => void;
  /** What is loaded is flipped at once, the rest when it is known. */
  invert: () => void;
  /** Calls off what is being read, else lets go of the selection. */
  clear: () => void;
}

/** Selecting beyond what is loaded. */
export function useSelectAll<T extends GridItem>(options: SelectAllOptions<T>): SelectAll {
  const { selection, hasMore, total, readAll } = options;
  const { work } = selection;

  const read = useCallback(
    (select: (items: readonly T[]) => void) => {
      const again = () =>
        void work.run(total, readAll, select).catch((thrown: unknown) => {
          toasts.show({
            text: 'Not selected: what matches could not be read to the end',
            ...(thrown instanceof Error && { detail: thrown.message }),
            tone: 'danger',
            actions: [{ label: 'Try again', onAct: again }],
          });
        });
      again();
    },
    [work, total, readAll],
  );
  const selectAllMatching = useCallback(() => read((items) => selection.include(items)), [read, selection]);

  return {
    selectAllMatching,
    selectAll: useCallback(() => {
      if (hasMore && selection.isAllSelected()) selectAllMatching();
      else selection.selectAll();
    }, [hasMore, selection, selectAllMatching]),
    invert: useCallback(() => {
      const { sequence } = selection.moment();
      selection.invert();
      if (hasMore) read((items) => selection.flip(items.filter(({ id }) => sequence.indexOf(id) === -1)));
    }, [hasMore, selection, read]),
    clear: useCallback(() => {
      if (work.isRunning) work.cancel();
      else selection.clear();
    }, [work, selection]),
  };
}
