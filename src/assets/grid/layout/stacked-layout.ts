import type { Box, GridLayout } from './grid-layout';

/** A layout inside a larger one: its first `count` items in its first `rowCount` rows, from `top` down. */
export interface Band {
  readonly layout: GridLayout;
  readonly count: number;
  readonly rowCount: number;
  /** Position of its first item, number of its first row and where that begins. */
  readonly index: number;
  readonly row: number;
  readonly top: number;
  readonly isExact: boolean;
}

/** Layouts below one another as one. Looking up costs a search among the bands, and none while it stays in one. */
export class StackedLayout implements GridLayout {
  readonly count: number;
  readonly rowCount: number;
  private last = 0;

  constructor(
    readonly bands: readonly Band[],
    readonly height: number,
  ) {
    const end = bands.at(-1);
    this.count = end ? end.index + end.count : 0;
    this.rowCount = end ? end.row + end.rowCount : 0;
  }

  rowTop(row: number): number {
    const band = this.bandOf('row', row);
    return band ? band.top + band.layout.rowTop(row - band.row) : 0;
  }

  rowHeight(row: number): number {
    const band = this.bandOf('row', row);
    return band ? band.layout.rowHeight(row - band.row) : 0;
  }

  rowStart(row: number): number {
    if (row >= this.rowCount) return this.count;
    const band = this.bandOf('row', row);
    return band ? band.index + band.layout.rowStart(row - band.row) : 0;
  }

  rowOf(index: number): number {
    const band = this.bandOf('index', index);
    return band ? band.row + band.layout.rowOf(index - band.index) : 0;
  }

  box(index: number): Box {
    const band = this.bandOf('index', index);
    if (!band) return { left: 0, top: 0, width: 0, height: 0 };
    const box = band.layout.box(index - band.index);
    return { left: box.left, top: box.top + band.top, width: box.width, height: box.height };
  }

  isExact(index: number): boolean {
    return this.bandOf('index', index)?.isExact ?? false;
  }

  private bandOf(by: 'row' | 'index', at: number): Band | undefined {
    const { bands } = this;
    const near = bands[this.last];
    const next = bands[this.last + 1];
    if (near && near[by] <= at && (!next || at < next[by])) return near;
    let low = 0;
    let high = bands.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bands[middle]?.[by] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    this.last = low;
    return bands[low];
  }
}
