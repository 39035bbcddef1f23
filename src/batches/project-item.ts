import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';
import type { ItemChange, PendingChanges } from './pending-changes';

type Item = AssetSummary | ModelSummary;

/** The collections an item is in once the changes are done; the same array where they change nothing. */
export function projectCollectionIds(
  collectionIds: readonly CollectionId[],
  change: Pick<ItemChange<AssetSummary>, 'memberships'> | undefined,
  deletedCollections: ReadonlySet<CollectionId>,
): readonly CollectionId[] {
  const gone = deletedCollections.size > 0 && collectionIds.some((id) => deletedCollections.has(id));
  if (!change?.memberships.size && !gone) return collectionIds;
  const kept = collectionIds.filter(
    (id) => !deletedCollections.has(id) && change?.memberships.get(id)?.now !== false,
  );
  const added = [...(change?.memberships ?? [])]
    .filter(([id, { now }]) => now && !collectionIds.includes(id) && !deletedCollections.has(id))
    .map(([id]) => id);
  if (added.length === 0 && kept.length === collectionIds.length) return collectionIds;
  return [...kept, ...added];
}

/** The tags an asset carries once the changes are done; the same array where they change nothing. */
export function projectTags(
  tags: readonly string[],
  change: ReadonlyMap<string, boolean> | undefined,
): readonly string[] {
  if (!change) return tags;
  const kept = tags.filter((tag) => change.get(tag) !== false);
  const added = [...change].filter(([tag, on]) => on && !tags.includes(tag)).map(([tag]) => tag);
  return added.length === 0 && kept.length === tags.length ? tags : [...kept, ...added];
}

/** Last projection of every snapshot, so that an item drawn again with the same outcome is the same object. */
const projected = new WeakMap<Item, Item>();

/** An item as it is once the changes are done; the same object where they do not touch it. */
export function projectItem<T extends Item>(
  item: T,
  change: ItemChange<T> | undefined,
  { deletedCollections }: PendingChanges,
): T {
  if (!change && deletedCollections.size === 0) return item;
  const collectionIds = projectCollectionIds(item.collectionIds, change, deletedCollections);
  const tags = projectTags(item.tags, change?.tags);
  if (collectionIds === item.collectionIds && tags === item.tags) return item;
  const last = projected.get(item) as T | undefined;
  if (last && sameList(last.collectionIds, collectionIds) && sameList(last.tags, tags)) return last;
  const next = { ...item, collectionIds, tags };
  projected.set(item, next);
  return next;
}

/** Equal entries in equal order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
