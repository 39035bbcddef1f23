import { useState } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { AssetPage } from '../asset-queries';
import { ItemSequence } from '../grid/item-sequence';
import type { SequencePart } from '../grid/sequence-part';
import type { ListedPage } from './listed-page';

interface Listed {
  /** The first pages; undefined while there are none. */
  pages: readonly AssetPage[] | undefined;
  far: readonly ListedPage[];
  /** More comes behind the last of them. */
  isOpen: boolean;
  total: number | null | undefined;
}

/** All that is loaded of a listing, by position; what is not loaded has its positions too, where the total is known. */
export function useListedItems(listed: Listed): ItemSequence<AssetSummary> {
  const [read] = useState(createListReader);
  return read(listed);
}

/** A pure function that remembers its last answer and starts from it: the items for what is read. */
export function createListReader() {
  let last: Listed | undefined;
  let sequence = ItemSequence.empty<AssetSummary>();
  return (listed: Listed): ItemSequence<AssetSummary> => {
    const { pages = [], far, isOpen, total } = listed;
    if (last?.pages === listed.pages && last?.far === far && last.isOpen === isOpen && last.total === total)
      return sequence;
    last = listed;
    const parts: SequencePart<AssetSummary>[] = [
      ...pages.map(({ items }, key) => ({ key, items, gap: 0, breaks: key === 0 })),
      ...far.map(({ key, page, shapes, gap, breaks }) => ({ key, items: page?.items, shapes, gap, breaks })),
    ];
    const placed = sequence.place(parts, 0);
    const rest = isOpen && typeof total === 'number' ? Math.max(0, total - placed.length) : 0;
    sequence = placed.place(parts, rest);
    return sequence;
  };
}
