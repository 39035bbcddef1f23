import type { CollectionId } from '~/contract/ids';

/** What a chooser needs of each item that will be filed. */
interface Filed {
  readonly id: string;
  readonly collectionIds: readonly CollectionId[];
}

/** How many of the items are in a collection: none, some, or all of them. */
export type Membership = 'none' | 'some' | 'all';

export function membershipOf(items: readonly Filed[], id: CollectionId): Membership {
  const inside = items.filter(({ collectionIds }) => collectionIds.includes(id)).length;
  if (inside === 0) return 'none';
  return inside === items.length ? 'all' : 'some';
}

/** What the person ticked or cleared so far; a collection that is not named here stays as it is. */
export type Edits = ReadonlyMap<CollectionId, boolean>;

/** The state of a line: what was ticked or cleared, else what is true now. */
export function lineState(items: readonly Filed[], id: CollectionId, edits: Edits): boolean | 'mixed' {
  const edit = edits.get(id);
  if (edit !== undefined) return edit;
  const now = membershipOf(items, id);
  return now === 'some' ? 'mixed' : now === 'all';
}

/** The edits after a line is ticked or cleared; what ends where it began is no edit. */
export function withEdit(items: readonly Filed[], edits: Edits, id: CollectionId, ticked: boolean): Edits {
  const next = new Map(edits);
  const now = membershipOf(items, id);
  if (now === (ticked ? 'all' : 'none')) next.delete(id);
  else next.set(id, ticked);
  return next;
}
