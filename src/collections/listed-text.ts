import { countOf, formatCount } from '~/ui/format-facts';
import type { CollectionView } from './collection-order';
import type { ListedCollections } from './use-collections';

/** The truth about the list in one line: "12 collections", "3 of 300 so far". */
export function listedText(
  { collections, read, complete }: ListedCollections,
  { q }: CollectionView,
): string {
  if (collections === undefined) return '';
  const filtered = q.trim() !== '';
  if (complete) {
    const all = countOf(read, 'collection');
    return filtered ? `${formatCount(collections.length)} of ${all}` : all;
  }
  return filtered
    ? `${formatCount(collections.length)} of ${formatCount(read)} so far`
    : `${formatCount(read)} collections so far`;
}
