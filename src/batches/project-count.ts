import { type ItemView, isInView, matchesFilters } from './item-view';
import type { PendingChanges } from './pending-changes';
import { projectCollectionIds, projectTags } from './project-item';

/** How many assets match once the changes are done. Text and date filters cannot be judged here and count as kept. */
export function projectAssetCount(total: number, changes: PendingChanges, view: ItemView): number {
  let shown = total;
  for (const change of changes.assets.values()) {
    const { item, memberships, deleted, tags } = change;
    const before = [...new Set([...item.collectionIds, ...wasIn(memberships)])].filter(
      (id) => memberships.get(id)?.was !== false,
    );
    const after = projectCollectionIds(before, change, changes.deletedCollections);
    const was = isInView(view, before) && matchesFilters(view, item) !== false;
    const nextItem = tags ? { ...item, tags: projectTags(item.tags, tags) } : item;
    const is = !deleted && isInView(view, after) && matchesFilters(view, nextItem) !== false;
    if (was !== is) shown += is ? 1 : -1;
  }
  return Math.max(0, shown);
}

function wasIn<K>(memberships: ReadonlyMap<K, { was: boolean }>): K[] {
  return [...memberships].filter(([, { was }]) => was).map(([id]) => id);
}
