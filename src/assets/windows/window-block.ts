import type { AssetSummary } from '~/api/asset-summary';
import type { AssetId } from '~/contract/ids';
import type { AssetPage } from '../asset-queries';
import type { WindowStart } from './window-start';

/** A page of a window: where it begins and, where it has been dropped, the shapes of its rows. */
export interface WindowBlock {
  /** Grows with each page read. */
  readonly key: number;
  readonly start: WindowStart;
  /** Token of the page that follows in its direction. */
  readonly next: string | undefined;
  readonly dropped?: DroppedRows | undefined;
}

/** What is kept of a page that went out of memory, so that it can come back into the same boxes. */
interface DroppedRows {
  readonly shapes: Float32Array;
  readonly first: AssetId | undefined;
  readonly last: AssetId | undefined;
}

/** Pages that follow one another, after `gap` unread rows. */
export interface WindowRun {
  gap: number;
  /** Begins where the listing's first pages end, and goes on in their last row of tiles. */
  readonly continues: boolean;
  readonly blocks: WindowBlock[];
}

/** Takes the rows of a page out of memory. */
export function dropRows(block: WindowBlock, { items }: AssetPage): WindowBlock {
  const shapes = Float32Array.from(items, ({ width, height }) =>
    width > 0 && height > 0 ? width / height : 1,
  );
  return { ...block, dropped: { shapes, first: items[0]?.id, last: items.at(-1)?.id } };
}

/** A page that comes back has the rows it had: what its neighbours had of it, they still have. */
export function cutToDropped(page: AssetPage, { first, last }: DroppedRows): AssetPage {
  const from = page.items.findIndex(({ id }) => id === first);
  const to = page.items.findIndex(({ id }) => id === last);
  return withItems(page, page.items.slice(Math.max(0, from), to === -1 ? undefined : to + 1));
}

/**
 * The rows of a page on this side of those in `known`, which stand above or below it; `meets`: some of it were. What the
 * page has of rows beyond them belongs elsewhere, and is read from there.
 */
export function cutAtKnown(
  page: AssetPage,
  side: 'above' | 'below',
  known: ReadonlySet<AssetId>,
): { page: AssetPage; meets: boolean } {
  const { items } = page;
  const isKnown = ({ id }: AssetSummary) => known.has(id);
  const at = side === 'above' ? items.findLastIndex(isKnown) : items.findIndex(isKnown);
  if (at === -1) return { page, meets: false };
  return { page: withItems(page, side === 'above' ? items.slice(at + 1) : items.slice(0, at)), meets: true };
}

export function rowsOf(pages: readonly AssetPage[]): number {
  return pages.reduce((sum, page) => sum + page.items.length, 0);
}

function withItems(page: AssetPage, items: readonly AssetSummary[]): AssetPage {
  return items.length === page.items.length ? page : { ...page, items };
}
