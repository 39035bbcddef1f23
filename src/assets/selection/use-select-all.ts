import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { toasts } from '~/ui/toasts';
import type { GridItem } from '../grid/item-sequence';
import type { Gathered } from './gathered';
import type { PlaceSelection } from './selection-store';

type Report = (done: number) => void;

interface SelectAllOptions<T extends GridItem> {
  selection: PlaceSelection<T>;
  /** Not everything that matches is loaded. */
  hasMore: boolean;
  /** How many match, where known. */
  total: number | undefined;
  /** Reads everything that matches. */
  readAll: (signal: AbortSignal, onProgress: Report) => Promise<Gathered<T>>;
  /** Reads everything from one item to another; undefined where a listing is only read from its start. */
  readBetween?: (
    ends: { first: T; last: T },
    signal: AbortSignal,
    onProgress: Report,
  ) => Promise<Gathered<T>>;
}

export interface SelectAll {
  /** All that are loaded; where they are selected already, all that match. */
  selectAll: () => void;
  selectAllMatching: () => void;
  /** What is loaded is flipped at once, the rest when it is known. */
  invert: () => void;
  /** Calls off what is being read, else lets go of the selection. */
  clear: () => void;
  /** Whether there is anything to clear. */
  canClear: boolean;
}

/** Selecting beyond what is loaded. */
export function useSelectAll<T extends GridItem>(options: SelectAllOptions<T>): SelectAll {
  const { selection, hasMore, total, readAll, readBetween } = options;
  const { work } = selection;
  const hasSelection = useStore(selection.store, ({ selected }) => selected.size > 0);
  const isReading = useStore(work.progress, (progress) => progress !== null);

  const run = useCallback(
    (of: number | undefined, read: typeof readAll, select: (read: Gathered<T>) => void) => {
      const again = () =>
        void work.run(of, read, select).catch((thrown: unknown) => {
          toasts.show({
            text: 'Not selected: what matches could not be read to the end',
            ...(thrown instanceof Error && { detail: thrown.message }),
            tone: 'danger',
            actions: [{ label: 'Try again', onAct: again }],
          });
        });
      again();
    },
    [work],
  );
  const selectAllMatching = useCallback(
    () => run(total, readAll, selection.take),
    [run, total, readAll, selection],
  );
  useEffect(() => {
    if (!readBetween) return undefined;
    selection.onGap(({ count, ...ends }, take) =>
      run(count, (signal, onProgress) => readBetween(ends, signal, onProgress), take),
    );
    return () => selection.onGap(undefined);
  }, [readBetween, run, selection]);

  return {
    selectAllMatching,
    selectAll: useCallback(() => {
      if (hasMore && selection.isAllSelected()) selectAllMatching();
      else selection.selectAll();
    }, [hasMore, selection, selectAllMatching]),
    invert: useCallback(() => {
      const { sequence } = selection.moment();
      selection.invert();
      const flipRest = (read: Gathered<T>) => {
        for (const { items = [] } of sequence.parts) for (const { id } of items) read.leaveOut(id);
        selection.take(read, true);
      };
      if (hasMore) run(total, readAll, flipRest);
    }, [hasMore, selection, run, total, readAll]),
    clear: useCallback(() => {
      if (work.isRunning) work.cancel();
      else selection.clear();
    }, [work, selection]),
    canClear: hasSelection || isReading,
  };
}
