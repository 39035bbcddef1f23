import { withLeftOut } from '~/assets/left-out-text';
import type { Collection } from '~/contract/collection';
import { countOf, formatCount } from '~/ui/format-facts';
import type { CollectionView } from './collection-order';
import type { ListedCollections } from './use-collections';

/** The truth about the list in one line: "12 collections", "3 of 300 so far". */
export function listedText(
  listed: Pick<ListedCollections, 'collections' | 'read' | 'complete' | 'pages'>,
  view: CollectionView,
): string {
  return listed.collections === undefined
    ? ''
    : withLeftOut(countText(listed, listed.collections, view), listed);
}

function countText(
  { read, complete }: Pick<ListedCollections, 'read' | 'complete'>,
  collections: readonly Collection[],
  { q }: CollectionView,
): string {
  const filtered = q.trim() !== '';
  if (complete) {
    const all = countOf(read, 'collection');
    return filtered ? `${formatCount(collections.length)} of ${all}` : all;
  }
  return filtered
    ? `${formatCount(collections.length)} of ${formatCount(read)} so far`
    : `${formatCount(read)} collections so far`;
}
