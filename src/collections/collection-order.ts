import type { Collection } from '~/contract/collection';

export const COLLECTION_SORTS = ['server', 'name', 'updated', 'created', 'size'] as const;
/** `server` is the order in which the workspace lists them, the only one that needs no further pages. */
export type CollectionSort = (typeof COLLECTION_SORTS)[number];

export interface CollectionView {
  /** Every word must occur in the name, whatever its case and accents. */
  q: string;
  sort: CollectionSort;
}

const MARKS = /\p{M}+/gu;
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Text without case and accents, so that "elan" finds "Élan". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Whether each word of the query occurs in the name. */
export function matchesName(name: string, query: string): boolean {
  const folded = fold(name);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** Whether a view can be trusted only once every collection has been read. */
export function needsEveryCollection({ q, sort }: CollectionView): boolean {
  return q.trim() !== '' || sort !== 'server';
}

/** The collections of a view, in its order. Ties keep the order of the workspace. */
export function arrangeCollections(
  collections: readonly Collection[],
  { q, sort }: CollectionView,
): readonly Collection[] {
  const query = q.trim();
  const found = query === '' ? collections : collections.filter(({ name }) => matchesName(name, query));
  if (sort === 'server') return found;
  return [...found].sort(COMPARE[sort]);
}

const COMPARE: Record<Exclude<CollectionSort, 'server'>, (left: Collection, right: Collection) => number> = {
  name: (left, right) => natural.compare(left.name, right.name),
  updated: (left, right) => descending(left.updatedAt, right.updatedAt),
  created: (left, right) => descending(left.createdAt, right.createdAt),
  size: (left, right) => right.itemCount - left.itemCount,
};

/** ISO 8601 dates in UTC compare as text. */
function descending(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? 1 : -1;
}
