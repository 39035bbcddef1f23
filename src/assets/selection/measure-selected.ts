import type { GridItem, ItemSequence } from '../grid/item-sequence';
import type { Weight } from './gathered';
import type { SelectedIds } from './selected-ids';

/** What is selected in numbers. */
export interface SelectionMeasure {
  readonly count: number;
  readonly sum: number;
  /** Selected items whose own figure is not known. */
  readonly unknown: number;
}

interface Measured<T extends GridItem> {
  selected: SelectedIds<T['id']>;
  /** What is shown. */
  sequence: ItemSequence<T>;
  /** What is known of the selected items that are not. */
  kept: ReadonlyMap<T['id'], T>;
  /** Of all of `selected.far`, where it was weighed as it was read. */
  weight: Weight<T> | undefined;
  of: (item: T) => number;
}

/** Adds up a figure of what is selected: of 100,000 that were weighed before, only those are looked at that are shown. */
export function measureSelected<T extends GridItem>(measured: Measured<T>): SelectionMeasure {
  const { selected, sequence, kept, of } = measured;
  const weight = measured.weight?.figureOf === of ? measured.weight : undefined;
  let { sum, unknown } = weight ?? { sum: 0, unknown: 0 };
  const weigh = (item: T | undefined, times: 1 | -1) => {
    const figure = item ? of(item) : 0;
    sum += times * figure;
    if (figure === 0) unknown += times;
  };
  if (weight) {
    for (const [from, to] of sequence.loadedIn(0, sequence.length)) {
      for (let index = from; index < to; index += 1) {
        const id = sequence.idAt(index);
        if (id !== undefined && selected.far.has(id)) weigh(kept.get(id), -1);
      }
    }
  } else for (const id of selected.unshown()) weigh(kept.get(id), 1);
  selected.forEachShown((index) => weigh(sequence.itemAt(index), 1));
  return { count: selected.size, sum, unknown };
}
