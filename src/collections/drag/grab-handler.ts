import type { GridItem } from '~/assets/grid/item-sequence';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import type { Batch, BatchItems, CollectionRef } from '~/batches/batch';
import { watchGrab } from './watch-grab';

type Pictured = GridItem & { readonly thumbnailUrl: string | undefined };

interface GrabOptions<T extends Pictured> {
  selection: PlaceSelection<T>;
  itemsOf: (chosen: readonly T[]) => BatchItems;
  from: CollectionRef | undefined;
  onBatch: (batch: Promise<Batch>, items: BatchItems) => void;
}

/** The ghost shows this many. */
const PICTURES = 3;

/** What a place does when an item is pressed: it may be dragged, and with it what is selected, if it is too. */
export function grabHandler<T extends Pictured>({ selection, itemsOf, from, onBatch }: GrabOptions<T>) {
  return (press: Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerId'>, item: T): void =>
    watchGrab(press, (start) => {
      const isSelected = selection.store.getState().selected.has(item.id);
      const chosen = isSelected ? selection.selectedItems() : [item];
      const items = itemsOf(chosen);
      const shown = [item, ...chosen.slice(0, PICTURES).filter(({ id }) => id !== item.id)];
      return {
        items,
        pictures: shown.slice(0, PICTURES).map(({ thumbnailUrl = '' }) => thumbnailUrl),
        from,
        start,
        onBatch: (batch) => onBatch(batch, items),
      };
    });
}
