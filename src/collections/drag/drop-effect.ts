import type { BatchItems, CollectionRef } from '~/batches/batch';
import type { PendingChanges } from '~/batches/pending-changes';
import { costOfAdding } from '~/batches/plan';
import type { Collection } from '~/contract/collection';
import { formatCount } from '~/ui/format-facts';
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
  const foreign = items.assets.filter((asset) => isForeign(asset, target)).length;
  const count = (moves ? toAdd + alreadyIn : toAdd) - foreign;
  const parts = [];
  if (count > 0) parts.push(moves ? `Move ${formatCount(count)}` : `+${formatCount(count)}`);
  if (alreadyIn > 0 && !moves) parts.push(`${formatCount(alreadyIn)} already in`);
  if (foreign > 0) parts.push(foreignText(foreign, foreign + alreadyIn === 1));
  return { text: parts.join(' · '), outcome: count > 0 ? 'changes' : 'refused', moves };
}

/** Both ends name their owner, in the same manner, and it is another one: the workspace refuses that. */
function isForeign(asset: BatchItems['assets'][number], target: Collection): boolean {
  if (asset.collectionIds.includes(target.id) || asset.ownerId === target.ownerId) return false;
  const manner = (owner: string) => owner.split('_')[0];
  return asset.ownerId !== '' && target.ownerId !== '' && manner(asset.ownerId) === manner(target.ownerId);
}

function foreignText(count: number, alone: boolean): string {
  if (alone) return 'belongs to another team';
  return `${formatCount(count)} ${count === 1 ? 'belongs' : 'belong'} to another team`;
}

/** Told after a drop that had nothing to do. */
export function idleText(items: BatchItems, { name }: CollectionRef): string {
  const count = items.assets.length + items.models.length;
  return count === 1 ? `Already in ${name}` : `All ${formatCount(count)} are already in ${name}`;
}
