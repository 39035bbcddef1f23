import type { AssetSummary } from '~/api/asset-summary';
import type { CollectionId } from '~/contract/ids';
import { type ItemView, matchesFilters } from './item-view';
import type { ItemChange, PendingChanges } from './pending-changes';
import { projectTags } from './project-item';

/** How many assets match once the changes are done. Text and date filters cannot be judged here and count as kept. */
export function projectAssetCount(total: number, changes: PendingChanges, view: ItemView): number {
  let shown = total;
  const isFiltered = view.kind !== undefined || view.model !== undefined || view.tag !== undefined;
  const matches = (item: AssetSummary) => !isFiltered || matchesFilters(view, item) !== false;
  for (const change of changes.assets.values()) {
    const { item, deleted, tags } = change;
    const was = wasInView(view, change) && matches(item);
    const nextItem = isFiltered && tags ? { ...item, tags: projectTags(item.tags, tags) } : item;
    const is = !deleted && willBeInView(view, change, changes.deletedCollections) && matches(nextItem);
    if (was !== is) shown += is ? 1 : -1;
  }
  return Math.max(0, shown);
}

// No lists are made where it can be helped: this runs for every item of a batch, of which there may be ten thousand, at every answer.

/** Whether membership let the item stand in the view before its first change. */
function wasInView({ collectionId, unfiled }: ItemView, change: Memberships): boolean {
  if (collectionId !== undefined && !wasIn(change, collectionId)) return false;
  return !unfiled || !collectionsNamed(change).some((id) => wasIn(change, id));
}

/** Whether it will after the last. */
function willBeInView(
  { collectionId, unfiled }: ItemView,
  change: Memberships,
  deleted: ReadonlySet<CollectionId>,
): boolean {
  const isIn = (id: CollectionId) =>
    !deleted.has(id) && (change.memberships.get(id)?.now ?? change.item.collectionIds.includes(id));
  if (collectionId !== undefined && !isIn(collectionId)) return false;
  return !unfiled || !collectionsNamed(change).some(isIn);
}

type Memberships = Pick<ItemChange<AssetSummary>, 'item' | 'memberships'>;

function wasIn({ item, memberships }: Memberships, id: CollectionId): boolean {
  return memberships.get(id)?.was ?? item.collectionIds.includes(id);
}

function collectionsNamed({ item, memberships }: Memberships): CollectionId[] {
  return [...item.collectionIds, ...memberships.keys()];
}
