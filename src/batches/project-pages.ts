import type { InfiniteData } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Page } from '~/api/page';
import { arrivals } from './arrivals';
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
  return projectPages(data, changes.assets, changes, view);
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
  return projectPages(data, changes.models, changes, view);
}

function projectPages<T extends Item, P>(
  data: Pages<T, P>,
  touched: ReadonlyMap<string, ItemChange<T>>,
  changes: PendingChanges,
  view: ItemView,
): Pages<T, P> {
  if (touched.size === 0 && changes.deletedCollections.size === 0) return data;
  const pages = data.pages.map((page) => projectPage(page, touched, changes, view));
  const isEnd = view.window !== 'up' && pages.at(-1)?.next === undefined;
  const grown = insertArrivals(pages, data.pages, arrivals(touched, changes, view), view, isEnd);
  return sameList(grown, data.pages) ? data : { ...data, pages: grown };
}

/** Last projection of every page, so that the same outcome is the same page. */
const projectedPages = new WeakMap<Page<Item>, Page<Item>>();

function projectPage<T extends Item>(
  page: Page<T>,
  touched: ReadonlyMap<string, ItemChange<T>>,
  changes: PendingChanges,
  view: ItemView,
): Page<T> {
  let differs = false;
  const items: T[] = [];
  for (const item of page.items) {
    const change = touched.get(item.id);
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

/**
 * Puts arrivals, sorted, where they belong. What sorts behind the last row read waits for its page, unless that was the
 * last; what sorts before the first row of a page far into the listing stands above it.
 */
function insertArrivals<T extends Item>(
  pages: Page<T>[],
  read: readonly Page<T>[],
  arriving: readonly T[],
  view: ItemView,
  ended: boolean,
): Page<T>[] {
  if (arriving.length === 0) return pages;
  const order = orderOf(view);
  const first = read[0]?.items[0];
  if (view.window !== undefined && !first) return pages;
  // A row of the listing never comes in twice, even where it has gone from its page.
  const listed = new Set(read.flatMap(({ items }) => items.map(({ id }): string => id)));
  let taken = view.window === undefined || !first ? 0 : countBefore(arriving, first, order);
  return pages.map((page, index) => {
    const last = page.items.at(-1);
    const takesAll = ended && index === pages.length - 1;
    if (!takesAll && !last) return page;
    const end = takesAll || !last ? arriving.length : countBefore(arriving, last, order);
    const coming = arriving.slice(taken, end).filter(({ id }) => !listed.has(id));
    taken = Math.max(taken, end);
    return coming.length === 0 ? page : remembered(page, merge(page.items, coming, order));
  });
}

/** How many of a sorted list stand before a row. */
function countBefore<T>(sorted: readonly T[], row: T, order: (a: T, b: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && order(item, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
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
