import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';

/** What of a listing's filters decides which rows a change brings in or takes out; asset filters fit as they are. */
export interface ItemView {
  /** Only members of this collection. */
  collectionId?: CollectionId | undefined;
  /** Only items in no collection. */
  unfiled?: boolean | undefined;
  q?: string | undefined;
  kind?: string | undefined;
  model?: string | undefined;
  tag?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
  sort?: string | undefined;
  /** Only a page from far into the listing, whose `next` leads down or up. */
  window?: 'down' | 'up' | undefined;
}

/** Whether membership lets the item stand in the view; true where the view does not ask for membership. */
export function isInView({ collectionId, unfiled }: ItemView, ids: readonly CollectionId[]): boolean {
  if (collectionId !== undefined && !ids.includes(collectionId)) return false;
  return !unfiled || ids.length === 0;
}

/** Whether the listing comes from a search, which may be behind what was written (`needsSearch` of the assets). */
export function isSearched({ q, kind, tag, unfiled, sort }: ItemView): boolean {
  return (q ?? kind ?? tag) !== undefined || unfiled === true || sort === 'width' || sort === 'height';
}

/** Whether every other filter lets the item in; undefined where only the server can tell (text, dates). */
export function matchesFilters(
  { q, kind, model, tag, after, before }: ItemView,
  item: AssetSummary | ModelSummary,
): boolean | undefined {
  if (kind !== undefined && !('kind' in item && item.kind === kind)) return false;
  if (model !== undefined && !('modelId' in item && item.modelId === model)) return false;
  if (tag !== undefined && !item.tags.includes(tag)) return false;
  return q !== undefined || after !== undefined || before !== undefined ? undefined : true;
}

type Compare = (a: AssetSummary | ModelSummary, b: AssetSummary | ModelSummary) => number;

/** Order of the rows; `newest` unless the view says otherwise. Dates compare as ISO 8601 text. */
export function orderOf({ sort = 'newest' }: ItemView): Compare {
  if (sort === 'oldest') return (a, b) => compareText(a.createdAt, b.createdAt);
  if (sort === 'updated') return (a, b) => compareText(b.updatedAt, a.updatedAt);
  if (sort === 'width' || sort === 'height') return (a, b) => sizeOf(b, sort) - sizeOf(a, sort);
  return (a, b) => compareText(b.createdAt, a.createdAt);
}

function compareText(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function sizeOf(item: AssetSummary | ModelSummary, side: 'width' | 'height'): number {
  return side in item ? (item as AssetSummary)[side] : 0;
}
