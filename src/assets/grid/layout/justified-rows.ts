import type { AspectOf, Box, GridLayout } from './grid-layout';

export interface JustifiedOptions {
  /** Pixels to fill exactly. */
  readonly width: number;
  /** Height rows aim at. */
  readonly rowHeight: number;
  readonly gap: number;
}

/** Beyond these a picture is shown whole inside a box of this shape, so that one ribbon does not empty a row. */
const NARROWEST = 0.3;
const WIDEST = 5;

/**
 * Rows of true aspect ratio that fill the width to the pixel. A row closes when the next item would not fit, at
 * whichever of the two heights is nearer the aim, so what stands above never depends on what comes later:
 * appending a page lays out the new items and the open last row, nothing else.
 */
export class JustifiedRows implements GridLayout {
  static create(options: JustifiedOptions): JustifiedRows {
    return new JustifiedRows(
      options,
      0,
      0,
      [],
      new Float64Array(0),
      new Float32Array(0),
      new Float32Array(0),
    );
  }

  private constructor(
    private readonly options: JustifiedOptions,
    readonly count: number,
    /** Rows that can no longer change. */
    private readonly closedRows: number,
    /** Index of the first item of each row; the open row is the last. */
    private readonly starts: readonly number[],
    /** Tops of the rows, then the end. 64 bits: at 100,000 items 32 bits would round to quarter pixels. */
    private readonly tops: Float64Array,
    private readonly lefts: Float32Array,
    private readonly widths: Float32Array,
  ) {}

  get rowCount(): number {
    return this.starts.length;
  }

  get height(): number {
    return this.rowCount === 0 ? 0 : this.rowTop(this.rowCount) - this.options.gap;
  }

  rowTop(row: number): number {
    return this.tops[row] ?? 0;
  }

  rowHeight(row: number): number {
    return this.rowTop(row + 1) - this.rowTop(row) - this.options.gap;
  }

  rowStart(row: number): number {
    return this.starts[row] ?? this.count;
  }

  rowOf(index: number): number {
    let low = 0;
    let high = this.rowCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.rowStart(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  box(index: number): Box {
    const row = this.rowOf(index);
    return {
      left: this.lefts[index] ?? 0,
      top: this.rowTop(row),
      width: this.widths[index] ?? 0,
      height: this.rowHeight(row),
    };
  }

  /** Rows that stay as they are whatever is appended; the open last row is not among them. */
  get closedRowCount(): number {
    return this.closedRows;
  }

  /** Fills the last row from edge to edge, because what follows is laid out by itself. Nothing can be appended to it. */
  finish(aspectOf: AspectOf): JustifiedRows {
    const { count, closedRows, options } = this;
    const open = this.rowStart(closedRows);
    if (open === count) return this;
    const { width, rowHeight, gap } = options;
    const heightOf = (start: number) => {
      let sum = 0;
      for (let index = start; index < count; index += 1) sum += bounded(aspectOf(index));
      return (width - gap * (count - start - 1)) / sum;
    };
    // Too few for a row of their own join the row above, whichever is nearer the aim.
    const alone = heightOf(open);
    const above = closedRows > 0 ? this.rowStart(closedRows - 1) : open;
    const joins = above < open && alone / rowHeight > rowHeight / heightOf(above);
    const start = joins ? above : open;
    const row = joins ? closedRows - 1 : closedRows;
    const height = Math.max(1, Math.min(Math.round(joins ? heightOf(above) : alone), 2 * rowHeight));
    const lefts = this.lefts.slice();
    const widths = this.widths.slice();
    placeRow(start, count, height, width, gap, aspectOf, lefts, widths);
    const tops = this.tops.slice(0, row + 2);
    tops[row + 1] = this.rowTop(row) + height + gap;
    const starts = [...this.starts.slice(0, row), start];
    return new JustifiedRows(options, count, row + 1, starts, tops, lefts, widths);
  }

  /** The layout of the first `count` items; what this one has placed in closed rows is taken over. */
  append(count: number, aspectOf: AspectOf): JustifiedRows {
    if (count <= this.count) return this;
    const { width, rowHeight, gap } = this.options;
    const starts = this.starts.slice(0, this.closedRows);
    const from = this.rowStart(this.closedRows);
    const lefts = grown(this.lefts, count);
    const widths = grown(this.widths, count);
    const tops: number[] = [];
    let top = this.rowTop(this.closedRows);

    const place = (start: number, end: number, height: number, fill: boolean) => {
      starts.push(start);
      tops.push(top);
      placeRow(start, end, height, fill ? width : undefined, gap, aspectOf, lefts, widths);
      top += height + gap;
    };

    let start = from;
    let sum = 0;
    for (let index = from; index < count; index += 1) {
      const aspect = bounded(aspectOf(index));
      const roomBefore = width - gap * Math.max(0, index - start - 1);
      const roomWith = width - gap * (index - start);
      const withIt = roomWith / (sum + aspect);
      sum += aspect;
      if (withIt > rowHeight) continue;
      const without = index === start ? Number.POSITIVE_INFINITY : roomBefore / (sum - aspect);
      const leavesItOut = index > start && without / rowHeight < rowHeight / withIt;
      const end = leavesItOut ? index : index + 1;
      place(start, end, Math.max(1, Math.round(leavesItOut ? without : withIt)), true);
      start = end;
      sum = 0;
      if (leavesItOut) index -= 1;
    }
    const closedRows = starts.length;
    // The open row keeps the aimed height and is not stretched: more may come.
    if (start < count) place(start, count, rowHeight, false);

    const allTops = new Float64Array(starts.length + 1);
    allTops.set(this.tops.subarray(0, this.closedRows));
    allTops.set(tops, this.closedRows);
    allTops[starts.length] = top;
    return new JustifiedRows(this.options, count, closedRows, starts, allTops, lefts, widths);
  }
}

/** Whole pixels from edge to edge: a filled row ends exactly at the width, and no hair of ground shows between. */
function placeRow(
  start: number,
  end: number,
  height: number,
  fill: number | undefined,
  gap: number,
  aspectOf: AspectOf,
  lefts: Float32Array,
  widths: Float32Array,
): void {
  let sum = 0;
  for (let index = start; index < end; index += 1) sum += bounded(aspectOf(index));
  const room = fill === undefined ? sum * height : fill - gap * (end - start - 1);
  let before = 0;
  for (let index = start; index < end; index += 1) {
    const left = Math.round((before / sum) * room);
    before += bounded(aspectOf(index));
    const right = index === end - 1 ? Math.round(room) : Math.round((before / sum) * room);
    lefts[index] = left + gap * (index - start);
    widths[index] = Math.max(1, right - left);
  }
}

function bounded(aspect: number): number {
  return Number.isFinite(aspect) && aspect > 0 ? Math.min(WIDEST, Math.max(NARROWEST, aspect)) : 1;
}

/** Room for `count`, grown by half so that 1,000 appends do not copy 1,000 times. Shared: closed rows never change. */
function grown(values: Float32Array, count: number): Float32Array {
  if (values.length >= count) return values;
  const larger = new Float32Array(Math.max(count, Math.ceil(values.length * 1.5)));
  larger.set(values);
  return larger;
}
