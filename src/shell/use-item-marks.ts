import { notifyManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { itemMarks, NO_MARKS } from '~/assets/grid/item-marks';
import { resolveCollectionId } from '~/batches/batch-store';
import { marksOfBatches } from '~/batches/marks-of-batches';
import type { WorkspaceBatches } from '~/batches/workspace-batches';

/** Marks in every grid, and on the wall of collections, what is not confirmed yet and what was refused. */
export function useItemMarks({ store }: WorkspaceBatches): void {
  useEffect(() => {
    const show = () => {
      const { batches, changes, aliases } = store.getState();
      itemMarks.setState({
        markOf: marksOfBatches(batches, changes, (id) => resolveCollectionId(aliases, id)),
      });
    };
    show();
    // Together with the caches, so that nothing is shown as confirmed and as waiting at once.
    const leave = store.subscribe(notifyManager.batchCalls(show));
    return () => {
      leave();
      itemMarks.setState(NO_MARKS);
    };
  }, [store]);
}
