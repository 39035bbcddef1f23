import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';
import { type Change, only } from './change';
import { indexChanges, type IndexOptions, type ItemChange, type PendingChanges } from './pending-changes';

/** Changes without members that are no item of theirs, and without differences that depend on anything but items. */
const SIMPLE: ReadonlySet<Change['kind']> = new Set([
  'add',
  'remove',
  'tag',
  'create',
  'rename',
  'thumbnail',
]);

/**
 * The index of `changes` made from the one before items left one of them, which still holds others: what one answer
 * costs does not grow with the batch. Undefined where the changes are of a kind that has to be indexed as a whole.
 */
export function reindexChanges(
  before: PendingChanges,
  changes: readonly Change[],
  left: readonly string[],
  options: IndexOptions,
): PendingChanges | undefined {
  if (!changes.every(({ kind }) => SIMPLE.has(kind))) return undefined;
  const ids = new Set(left);
  const still = changes.flatMap((change) => ('assets' in change ? (only(change, ids) ?? []) : []));
  const now = indexChanges(still, options);
  const collections = new Map(before.collections);
  for (const side of ['assets', 'models'] as const) {
    const gone = differences(before[side], ids);
    for (const id of new Set([...gone.keys(), ...now.collections.keys()])) {
      const entry = collections.get(id) ?? { assets: 0, models: 0 };
      const by = (now.collections.get(id)?.[side] ?? 0) - (gone.get(id) ?? 0);
      collections.set(id, { ...entry, [side]: entry[side] + by });
    }
  }
  return {
    assets: replaced(before.assets, now.assets, ids),
    models: replaced(before.models, now.models, ids),
    collections,
    deletedCollections: before.deletedCollections,
  };
}

/** What the items named add to the counts of collections. */
function differences(
  items: ReadonlyMap<string, ItemChange<AssetSummary> | ItemChange<ModelSummary>>,
  ids: ReadonlySet<string>,
): ReadonlyMap<CollectionId, number> {
  const by = new Map<CollectionId, number>();
  for (const id of ids)
    for (const [collection, { was, now }] of items.get(id)?.memberships ?? [])
      by.set(collection, (by.get(collection) ?? 0) + Number(now) - Number(was));
  return by;
}

function replaced<K extends string, T>(
  before: ReadonlyMap<K, T>,
  now: ReadonlyMap<K, T>,
  ids: ReadonlySet<string>,
): ReadonlyMap<K, T> {
  const named = [...ids].filter((id): id is K => before.has(id as K));
  if (named.length === 0) return before;
  const next = new Map(before);
  for (const id of named) {
    const change = now.get(id);
    // An entry that stays keeps its place.
    if (change) next.set(id, change);
    else next.delete(id);
  }
  return next;
}
