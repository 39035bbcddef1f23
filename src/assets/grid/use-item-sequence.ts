import { useState } from 'react';
import type { Page } from '~/api/page';
import { type GridItem, ItemSequence } from './item-sequence';

type Pages<T> = readonly Page<T>[] | undefined;

/** The items of the loaded pages in order. Appending a page reads that page alone. */
export function useItemSequence<T extends GridItem>(pages: Pages<T>): ItemSequence<T> {
  const [read] = useState(() => createSequenceReader<T>());
  return read(pages);
}

/** A pure function that remembers its last answer and starts from it. */
function createSequenceReader<T extends GridItem>(): (pages: Pages<T>) => ItemSequence<T> {
  let last: Pages<T>;
  let sequence = ItemSequence.empty<T>();
  return (pages) => {
    if (pages === last) return sequence;
    last = pages;
    sequence = sequence.update(pages?.map((page) => page.items) ?? []);
    return sequence;
  };
}
