import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import { type ItemView, isInView, matchesFilters, orderOf } from './item-view';
import type { ItemChange, PendingChanges } from './pending-changes';
import { projectItem } from './project-item';

type Item = AssetSummary | ModelSummary;
type Touched<T extends Item> = ReadonlyMap<string, ItemChange<T>>;

/** What the touched items of some changes bring into views. */
interface Found {
  changes: PendingChanges;
  byView: Map<string, readonly Item[]>;
}

const found = new WeakMap<object, Found>();

/**
 * Items that changes bring into a view or leave in it, in the view's order, as they are once the changes are done.
 * None where only the server can tell: they come with the next read. `touched` is a side of the changes, which are
 * gone through once for each view.
 */
export function arrivals<T extends Item>(
  touched: Touched<T>,
  changes: PendingChanges,
  view: ItemView,
): readonly T[] {
  let known = found.get(touched);
  if (known?.changes !== changes) found.set(touched, (known = { changes, byView: new Map() }));
  const { collectionId, unfiled, tag, kind, model, q, after, before, sort } = view;
  const key = JSON.stringify([collectionId, unfiled, tag, kind, model, q, after, before, sort]);
  let items = known.byView.get(key) as readonly T[] | undefined;
  if (!items) known.byView.set(key, (items = arriving(touched, changes, view)));
  return items;
}

function arriving<T extends Item>(touched: Touched<T>, changes: PendingChanges, view: ItemView): T[] {
  const items: T[] = [];
  // Only membership and tags change what a view holds; in any other view the item stands on a page to come.
  if (view.collectionId === undefined && !view.unfiled && view.tag === undefined) return items;
  for (const change of touched.values()) {
    const { item, memberships, deleted, tags } = change;
    if (deleted || (memberships.size === 0 && !tags)) continue;
    const next = projectItem(item, change, changes);
    if (isInView(view, next.collectionIds) && matchesFilters(view, next)) items.push(next);
  }
  return items.sort(orderOf(view));
}
