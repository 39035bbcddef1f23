/** A box inside the grid, in CSS pixels from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where every item stands, for all items at once: windows, keys, ranges and marquees ask this and never the DOM.
 * Rows are visual rows from top to bottom; items keep their order.
 */
export interface GridLayout {
  /** Items placed. */
  readonly count: number;
  readonly rowCount: number;
  /** Height of everything, without a gap at the end. */
  readonly height: number;
  rowTop(row: number): number;
  rowHeight(row: number): number;
  /** Index of the first item of a row; `rowStart(rowCount)` is `count`. */
  rowStart(row: number): number;
  rowOf(index: number): number;
  box(index: number): Box;
  /** False where the box is only estimated, because what stands there is not known yet. Absent: all are exact. */
  isExact?(index: number): boolean;
}

/** What a layout reads of the items: width ÷ height. */
export type AspectOf = (index: number) => number;

/** The last row whose top is at or above `y`; 0 above the first. Binary search. */
export function rowAt(layout: GridLayout, y: number): number {
  let low = 0;
  let high = layout.rowCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (layout.rowTop(middle) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The item at a point, undefined in a gap. */
export function indexAt(layout: GridLayout, x: number, y: number): number | undefined {
  if (layout.count === 0) return undefined;
  const row = rowAt(layout, y);
  for (let index = layout.rowStart(row); index < layout.rowStart(row + 1); index += 1) {
    const { left, top, width, height } = layout.box(index);
    if (x >= left && x < left + width && y >= top && y < top + height) return index;
  }
  return undefined;
}
