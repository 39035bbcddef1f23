import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { fold } from './collection-order';

/** What a chooser needs of each item that will be filed. */
interface Filed {
  readonly id: string;
  readonly collectionIds: readonly CollectionId[];
}

/** How many items there are, and how many of them each collection holds. */
export interface Standing {
  readonly total: number;
  readonly inside: ReadonlyMap<CollectionId, number>;
}

/** Counted once: there may be ten thousand items, and a line for each of two hundred collections. */
export function standingOf(items: readonly Filed[]): Standing {
  const inside = new Map<CollectionId, number>();
  for (const { collectionIds } of items)
    for (const id of collectionIds) inside.set(id, (inside.get(id) ?? 0) + 1);
  return { total: items.length, inside };
}

/** How many of the items are in a collection: none, some, or all of them. */
type Membership = 'none' | 'some' | 'all';

function membershipOf({ total, inside }: Standing, id: CollectionId): Membership {
  const count = inside.get(id) ?? 0;
  if (count === 0) return 'none';
  return count === total ? 'all' : 'some';
}

/** What the person ticked or cleared so far; a collection that is not named here stays as it is. */
export type Edits = ReadonlyMap<CollectionId, boolean>;

/** The state of a line: what was ticked or cleared, else what is true now. */
export function lineState(standing: Standing, id: CollectionId, edits: Edits): boolean | 'mixed' {
  const edit = edits.get(id);
  if (edit !== undefined) return edit;
  const now = membershipOf(standing, id);
  return now === 'some' ? 'mixed' : now === 'all';
}

/** The edits after a line is ticked or cleared; what ends where it began is no edit. */
export function withEdit(standing: Standing, edits: Edits, id: CollectionId, ticked: boolean): Edits {
  const next = new Map(edits);
  const now = membershipOf(standing, id);
  if (now === (ticked ? 'all' : 'none')) next.delete(id);
  else next.set(id, ticked);
  return next;
}

/** The edits after a line is chosen. Where one `onlyAdds`, its own tick can be taken back and nothing be cleared. */
export function withToggle(standing: Standing, edits: Edits, id: CollectionId, onlyAdds: boolean): Edits {
  const ticked = lineState(standing, id, edits) !== true;
  if (ticked || !onlyAdds) return withEdit(standing, edits, id, ticked);
  const next = new Map(edits);
  next.delete(id);
  return next;
}

/** Collections that were found by typing, the one that is called so first, then those that begin so. */
export function closestFirst(found: readonly Collection[], text: string): readonly Collection[] {
  const typed = fold(text.trim());
  if (typed === '') return found;
  const distance = ({ name }: Collection) => {
    const folded = fold(name);
    if (folded === typed) return 0;
    return folded.startsWith(typed) ? 1 : 2;
  };
  return found.toSorted((a, b) => distance(a) - distance(b));
}
