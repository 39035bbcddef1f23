import type { InfiniteData } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Page } from '~/api/page';
import type { AssetId, ModelId } from '~/contract/ids';
import { type ItemView, isInView, matchesFilters, orderOf } from './item-view';
import type { ItemChange, PendingChanges } from './pending-changes';
import { projectItem, sameList } from './project-item';

type Item = AssetSummary | ModelSummary;
type Pages<T, P> = InfiniteData<Page<T>, P>;

/** Asset listing as it is once the changes are done; a page they do not touch keeps its identity, so does the whole. */
export function projectAssetPages<P>(
  data: Pages<AssetSummary, P>,
  changes: PendingChanges,
  view: ItemView,
): Pages<AssetSummary, P> {
  return projectPages(data, (id) => changes.assets.get(id as AssetId), changes.assets, changes, view);
}

type AssetPages = Pages<AssetSummary, unknown>;

/** What a listing on screen was last shown as. A listing belongs to one view. */
const views = new WeakMap<object, { changes: PendingChanges; shown: unknown }>();

/** `projectAssetPages` for a view that asks again and again: what it has been told once it is told again. */
export function viewAssetPages<P>(
  data: Pages<AssetSummary, P>,
  changes: PendingChanges,
  view: ItemView,
): Pages<AssetSummary, P> {
  return viewed(data, changes, () => projectAssetPages(data, changes, view));
}

/**
 * A part of the changes has become a fact: a listing with it, under the changes without it, is shown as the one before
 * was. Ten thousand rows need not be gone through for that.
 */
export function keepProjection(
  [before, changesBefore]: readonly [AssetPages, PendingChanges],
  [after, changesAfter]: readonly [AssetPages, PendingChanges],
): void {
  const keep = (from: object, to: object | undefined) => {
    const last = views.get(from);
    if (to && last?.changes === changesBefore) views.set(to, { changes: changesAfter, shown: last.shown });
  };
  keep(before, after);
  if (before.pages.length === after.pages.length)
    before.pages.forEach((page, index) => keep(page, after.pages[index]));
}

function viewed<T extends object>(data: T, changes: PendingChanges, project: () => T): T {
  const last = views.get(data);
  if (last?.changes === changes) return last.shown as T;
  const shown = project();
  views.set(data, { changes, shown });
  return shown;
}

/** One page from far into an asset listing; `up`: its `next` leads upwards. What sorts before or behind it is not taken in. */
export function projectAssetWindow(
  page: Page<AssetSummary>,
  changes: PendingChanges,
  view: ItemView,
  up: boolean,
): Page<AssetSummary> {
  const data = { pages: [page], pageParams: [undefined] };
  const window = up ? 'up' : 'down';
  return viewed(page, changes, () => projectAssetPages(data, changes, { ...view, window }).pages[0] ?? page);
}

/** Model listing as it is once the changes are done; identities are kept as in `projectAssetPages`. */
export function projectModelPages<P>(
  data: Pages<ModelSummary, P>,
  changes: PendingChanges,
  view: ItemView,
): Pages<ModelSummary, P> {
  return projectPages(data, (id) => changes.models.get(id as ModelId), changes.models, changes, view);
}

function projectPages<T extends Item, P>(
  data: Pages<T, P>,
  changeOf: (id: string) => ItemChange<T> | undefined,
  touched: ReadonlyMap<string, ItemChange<T>>,
  changes: PendingChanges,
  view: ItemView,
): Pages<T, P> {
  if (touched.size === 0 && changes.deletedCollections.size === 0) return data;
  const shown = canGain(view) ? new Set<string>() : undefined;
  const pages = data.pages.map((page) => projectPage(page, changeOf, changes, view, shown));
  const arriving = shown ? arrivals(touched, changes, view, shown) : [];
  const isEnd = view.window !== 'up' && pages.at(-1)?.next === undefined;
  const grown = insertArrivals(
    pages,
    withinWindow(arriving, data.pages[0]?.items[0], view),
    orderOf(view),
    isEnd,
  );
  return sameList(grown, data.pages) ? data : { ...data, pages: grown };
}

/** Last projection of every page, so that the same outcome is the same page. */
const projectedPages = new WeakMap<Page<Item>, Page<Item>>();

function projectPage<T extends Item>(
  page: Page<T>,
  changeOf: (id: string) => ItemChange<T> | undefined,
  changes: PendingChanges,
  view: ItemView,
  shown: Set<string> | undefined,
): Page<T> {
  let differs = false;
  const items: T[] = [];
  for (const item of page.items) {
    // Ids in the listing are remembered even if their row goes: a row never comes in twice.
    shown?.add(item.id);
    const change = changeOf(item.id);
    const next = projectItem(item, change, changes);
    if (change?.deleted || (next !== item && !belongs(view, next))) differs = true;
    else {
      items.push(next);
      if (next !== item) differs = true;
    }
  }
  return differs ? remembered(page, items) : page;
}

/** A row leaves only where the change itself puts it outside the filter. */
function belongs(view: ItemView, item: Item): boolean {
  return isInView(view, item.collectionIds) && matchesFilters(view, item) !== false;
}

function remembered<T extends Item>(page: Page<T>, items: T[]): Page<T> {
  const last = projectedPages.get(page) as Page<T> | undefined;
  if (last && sameList(last.items, items)) return last;
  const next = { ...page, items };
  projectedPages.set(page, next);
  // Once the change is a fact, this page takes the other's place in the cache and is shown as that one was.
  if (last) projectedPages.set(next, last);
  return next;
}

/** Items that the changes bring into the view. Where only the server can tell, they come with the next read. */
function arrivals<T extends Item>(
  touched: ReadonlyMap<string, ItemChange<T>>,
  changes: PendingChanges,
  view: ItemView,
  shown: ReadonlySet<string>,
): T[] {
  const found: T[] = [];
  for (const change of touched.values()) {
    const { item, memberships, deleted, tags } = change;
    if (deleted || shown.has(item.id) || (memberships.size === 0 && !tags)) continue;
    const next = projectItem(item, change, changes);
    if (isInView(view, next.collectionIds) && matchesFilters(view, next)) found.push(next);
  }
  return found;
}

/** Only membership and tags change what a view holds; in any other view the item stands on a page to come. */
function canGain({ collectionId, unfiled, tag }: ItemView): boolean {
  return collectionId !== undefined || unfiled === true || tag !== undefined;
}

/** Without those that sort before the first row of a page far into the listing: they stand above it. */
function withinWindow<T extends Item>(arriving: T[], first: T | undefined, view: ItemView): T[] {
  if (view.window === undefined) return arriving;
  const order = orderOf(view);
  return first ? arriving.filter((item) => order(item, first) >= 0) : [];
}

/** Puts arrivals where they sort. What sorts behind the last row read waits for its page, unless that was the last. */
function insertArrivals<T extends Item>(
  pages: Page<T>[],
  arriving: readonly T[],
  order: (a: T, b: T) => number,
  ended: boolean,
): Page<T>[] {
  if (arriving.length === 0) return pages;
  let rest: readonly T[] = arriving.toSorted(order);
  const grown = pages.map((page, index) => {
    const isLast = index === pages.length - 1;
    const last = page.items.at(-1);
    if (rest.length === 0 || (!last && !isLast)) return page;
    const takesAll = isLast && ended;
    const cut = takesAll || !last ? rest.length : countBefore(rest, last, order);
    if (cut === 0 || (!last && !takesAll)) return page;
    const coming = rest.slice(0, cut);
    rest = rest.slice(cut);
    return remembered(page, merge(page.items, coming, order));
  });
  return grown;
}

function countBefore<T>(sorted: readonly T[], last: T, order: (a: T, b: T) => number): number {
  const index = sorted.findIndex((item) => order(item, last) >= 0);
  return index === -1 ? sorted.length : index;
}

/** Two sorted lists as one; rows already there come first among equals. */
function merge<T>(items: readonly T[], coming: readonly T[], order: (a: T, b: T) => number): T[] {
  const merged: T[] = [];
  let next = 0;
  for (const item of items) {
    for (let waiting = coming[next]; waiting && order(waiting, item) < 0; waiting = coming[next]) {
      merged.push(waiting);
      next += 1;
    }
    merged.push(item);
  }
  return [...merged, ...coming.slice(next)];
}
