import type { BatchItems, CollectionRef } from '~/batches/batch';
import type { PendingChanges } from '~/batches/pending-changes';
import { costOfAdding } from '~/batches/plan';
import type { Collection } from '~/contract/collection';
import { formatCount } from '~/ui/format-facts';
import { foreignText } from '../cost-text';
import { isForeign } from '../is-foreign';
import type { Drag } from './drag-store';

/** What a drop on a collection would do. */
export interface DropEffect {
  /** "+87", "+12 · 75 already in", "already here", "Move 87". */
  text: string;
  /** `already`: nothing is to be done. `refused`: the workspace is going to refuse all of it. */
  outcome: 'changes' | 'already' | 'refused';
  moves: boolean;
}

const ALREADY: DropEffect = { text: 'already here', outcome: 'already', moves: false };

/** The real effect of a drop, said before it. `wantsMove`: the key for it is held. */
export function dropEffect(
  { items, from }: Pick<Drag, 'items' | 'from'>,
  target: Collection,
  wantsMove: boolean,
  changes: PendingChanges,
): DropEffect {
  if (from?.id === target.id) return ALREADY;
  const moves = wantsMove && from !== undefined;
  const { toAdd, alreadyIn } = costOfAdding(items, target.id, changes);
  if (toAdd === 0 && !moves) return ALREADY;
  const foreign = items.assets.filter(
    (asset) => !asset.collectionIds.includes(target.id) && isForeign(asset, target),
  ).length;
  const count = (moves ? toAdd + alreadyIn : toAdd) - foreign;
  const parts = [];
  if (count > 0) parts.push(moves ? `Move ${formatCount(count)}` : `+${formatCount(count)}`);
  if (alreadyIn > 0 && !moves) parts.push(`${formatCount(alreadyIn)} already in`);
  if (foreign > 0) parts.push(foreign + alreadyIn === 1 ? 'belongs to another team' : foreignText(foreign));
  return { text: parts.join(' · '), outcome: count > 0 ? 'changes' : 'refused', moves };
}

/** Told after a drop that had nothing to do. */
export function idleText(items: BatchItems, { name }: CollectionRef): string {
  const count = items.assets.length + items.models.length;
  return count === 1 ? `Already in ${name}` : `All ${formatCount(count)} are already in ${name}`;
}
