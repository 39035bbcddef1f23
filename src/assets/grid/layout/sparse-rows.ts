import { estimatedTiles } from './estimated-tiles';
import type { AspectOf } from './grid-layout';
import { type JustifiedOptions, JustifiedRows } from './justified-rows';
import { type Band, StackedLayout } from './stacked-layout';

/** Items that are laid out in one go; the next segment begins a row of its own. */
export interface Segment {
  /** Positions before it that have not been read. */
  readonly gap: number;
  /** Position of its first item. */
  readonly start: number;
  readonly count: number;
  /** One object per page in it, the same as long as the page's shapes are. */
  readonly pages: readonly object[];
}

export interface SparseListing {
  readonly segments: readonly Segment[];
  /** Positions behind the last segment that have not been read. */
  readonly tail: number;
  /** Nothing comes behind the last segment, so its last row is shown as it is. */
  readonly ended: boolean;
  readonly aspectOf: AspectOf;
}

/** A segment as it was laid out, to go on from. */
interface LaidSegment {
  readonly pages: readonly object[];
  readonly rows: JustifiedRows;
  readonly finished: JustifiedRows | undefined;
  readonly top: number;
}

export interface SparseRows {
  readonly layout: StackedLayout;
  readonly options: JustifiedOptions;
  /** By the first page of each. */
  readonly laid: ReadonlyMap<object, LaidSegment>;
}

/** Browsers stop drawing at some 16 to 33 million pixels; estimates shrink so that the whole stays below. */
const TALLEST = 15_000_000;
/** How far the height of unread rows may be off its estimate before everything below moves to correct it. */
const LEEWAY = 2;
/** Shape of an ordinary picture, until some are known. */
const USUAL_ASPECT = 1.3;

/**
 * Justified rows with holes. What is read stands in exact rows, what is not in boxes of estimated size, so that the
 * height stands for everything. A page that comes in takes its room out of the hole it fills: nothing else moves,
 * neither above nor below.
 */
export function layOutSparseRows(
  listing: SparseListing,
  options: JustifiedOptions,
  before: SparseRows | undefined,
): SparseRows {
  const { segments, tail, ended, aspectOf } = listing;
  const known = before?.options === options ? before : undefined;
  const lasts = segments.length - 1;
  const rows = segments.map((segment, at) => {
    const isJoined = at < lasts && segments[at + 1]?.gap === 0;
    return layOutSegment(segment, isJoined, options, aspectOf, known);
  });
  const shown = rows.map(({ rows: open, finished }, at) => {
    if (finished) return { rows: finished, rowCount: finished.rowCount, count: finished.count };
    const isLast = at === lasts && ended;
    const rowCount = isLast ? open.rowCount : open.closedRowCount;
    return { rows: open, rowCount, count: open.rowStart(rowCount) };
  });
  const holes = [...segments.map(({ gap }) => gap), tail].map((gap, at) => {
    const segment = segments[at - 1];
    // Of an open row nothing is shown: it changes with the page that is to come.
    return gap + (segment ? segment.count - (shown[at - 1]?.count ?? 0) : 0);
  });
  const estimate = estimatorOf(shown, holes, options);

  const bands: Band[] = [];
  const laid = new Map<object, LaidSegment>();
  let index = 0;
  let row = 0;
  let top = 0;
  const stack = (band: Omit<Band, 'index' | 'row' | 'top'>, height: number) => {
    if (band.count === 0) return;
    bands.push({ ...band, index, row, top });
    index += band.count;
    row += band.rowCount;
    top += height;
  };
  const heightOf = (at: number) => shown[at]?.rows.rowTop(shown[at].rowCount) ?? 0;
  const knownTop = (at: number) => {
    const first = segments[at]?.pages[0];
    return first && known?.laid.get(first)?.top;
  };
  for (let at = 0; at <= segments.length; at += 1) {
    const count = holes[at] ?? 0;
    if (count > 0) {
      const room = roomFor(at, top, {
        holes,
        heightOf,
        knownTop,
        end: known && known.layout.height + options.gap,
      });
      const height = withinLeeway(room === undefined ? undefined : room * count, estimate.height(count));
      const layout = estimatedTiles({ ...options, height, columns: estimate.columns }, count);
      stack({ layout, count, rowCount: layout.rowCount, isExact: false }, height);
    }
    const part = shown[at];
    const segment = segments[at];
    const made = rows[at];
    if (!part || !segment || !made) break;
    const first = segment.pages[0];
    if (first) laid.set(first, { ...made, top });
    stack({ layout: part.rows, count: part.count, rowCount: part.rowCount, isExact: true }, heightOf(at));
  }
  return { layout: new StackedLayout(bands, Math.max(0, top - options.gap)), options, laid };
}

function layOutSegment(
  { pages, start, count }: Segment,
  isJoined: boolean,
  options: JustifiedOptions,
  aspectOf: AspectOf,
  known: SparseRows | undefined,
): Omit<LaidSegment, 'top'> {
  const first = pages[0];
  const before = first && known?.laid.get(first);
  const local: AspectOf = (index) => aspectOf(start + index);
  const grows = before?.pages.every((page, at) => page === pages[at]) ?? false;
  const rows = (before && grows ? before.rows : JustifiedRows.create(options)).append(count, local);
  const same = before?.rows === rows && before.finished;
  const finished = isJoined ? same || rows.finish(local) : undefined;
  return { pages, rows, finished };
}

/** What unread items take, going by those that are laid out. */
function estimatorOf(
  shown: readonly { rows: JustifiedRows; rowCount: number; count: number }[],
  holes: readonly number[],
  { width, rowHeight, gap }: JustifiedOptions,
): { columns: number; height: (count: number) => number } {
  let count = 0;
  let rowCount = 0;
  let height = 0;
  for (const part of shown) {
    count += part.count;
    rowCount += part.rowCount;
    height += part.rows.rowTop(part.rowCount);
  }
  const usual = (width + gap) / (USUAL_ASPECT * rowHeight + gap);
  const columns = Math.max(1, Math.round(rowCount > 0 ? count / rowCount : usual));
  const each = count > 0 ? height / count : (rowHeight + gap) / columns;
  const unread = holes.reduce((sum, hole) => sum + hole, 0);
  const squeeze = Math.min(1, Math.max(0.01, (TALLEST - height) / Math.max(1, each * unread)));
  return { columns, height: (items) => Math.max(1, Math.round(items * each * squeeze)) };
}

/**
 * Pixels for each unread item of a hole, so that the next segment laid out before stays where it was; undefined
 * where nothing below has a place to keep.
 */
function roomFor(
  at: number,
  top: number,
  {
    holes,
    heightOf,
    knownTop,
    end,
  }: {
    holes: readonly number[];
    heightOf: (at: number) => number;
    knownTop: (at: number) => number | undefined;
    end: number | undefined;
  },
): number | undefined {
  let unread = 0;
  let taken = 0;
  for (let next = at; next < holes.length; next += 1) {
    unread += holes[next] ?? 0;
    const isEnd = next === holes.length - 1;
    const place = isEnd ? end : knownTop(next);
    if (place !== undefined) return unread > 0 ? (place - top - taken) / unread : undefined;
    if (!isEnd) taken += heightOf(next);
  }
  return undefined;
}

function withinLeeway(height: number | undefined, estimate: number): number {
  if (height === undefined || height < estimate / LEEWAY || height > estimate * LEEWAY) return estimate;
  return Math.max(1, Math.round(height));
}
