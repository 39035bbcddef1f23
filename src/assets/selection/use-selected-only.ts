import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type GridItem, ItemSequence } from '../grid/item-sequence';
import type { PlaceSelection } from './selection-store';

/**
 * What was selected when only that was asked for, as a sequence of its own: whatever the pages and filters are, and
 * still whole after a click on one of them. Undefined while everything is shown.
 */
export function useSelectedOnly<T extends GridItem>(
  selection: PlaceSelection<T>,
  only: boolean,
  listed: ItemSequence<T>,
): ItemSequence<T> | undefined {
  useLayoutEffect(() => selection.hold(only), [selection, only]);
  useEffect(() => () => selection.hold(false), [selection]);
  const held = useStore(selection.held);
  const [sequenceOf] = useState(() => createSequenceOf<T>());
  return only && held ? sequenceOf(held, listed) : undefined;
}

/** A pure function that remembers its last answer. What the listing knows of an item is newer than what was held. */
function createSequenceOf<T extends GridItem>() {
  let last: { held: readonly T[]; listed: ItemSequence<T> } | undefined;
  let sequence = ItemSequence.empty<T>();
  return (held: readonly T[], listed: ItemSequence<T>) => {
    if (last?.held === held && last.listed === listed) return sequence;
    last = { held, listed };
    sequence = ItemSequence.empty<T>().update([held.map((item) => listed.find(item.id) ?? item)]);
    return sequence;
  };
}
