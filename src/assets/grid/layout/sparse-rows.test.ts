import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutSparseRows, type Segment, type SparseListing, type SparseRows } from './sparse-rows';

const options = { width: 1000, rowHeight: 200, gap: 4 };
const aspectOf = (index: number) => [0.7, 1, 1.5, 1.8, 0.5][(index * 7) % 5] ?? 1;

/** A listing of 400 positions of which these pages of 20 are read; pages that touch are one segment. */
function listing(pages: readonly number[], known: Map<number, object>): SparseListing {
  const segments: { gap: number; start: number; count: number; pages: object[] }[] = [];
  let end = 0;
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const geometry = known.get(page) ?? {};
    known.set(page, geometry);
    const start = page * 20;
    const open = segments.at(-1);
    if (open && start === end) {
      open.count += 20;
      open.pages.push(geometry);
    } else segments.push({ gap: start - end, start, count: 20, pages: [geometry] });
    end = start + 20;
  }
  return { segments, tail: 400 - end, ended: end === 400, aspectOf };
}
const pages = fc.array(fc.nat(19), { maxLength: 20 });
const describeBoxes = ({ layout }: SparseRows) =>
  Array.from({ length: layout.count }, (_, index) => layout.box(index));

describe('justified rows with holes', () => {
  it('have a box for every position, in order and without overlap', () => {
    fc.assert(
      fc.property(pages, (read) => {
        const { layout } = layOutSparseRows(listing(read, new Map()), options, undefined);
        expect(layout.count).toBe(400);
        expect(layout.rowStart(layout.rowCount)).toBe(400);
        let bottom = 0;
        // One expectation for all: a hundred thousand of them take seconds.
        const wrong: number[] = [];
        for (let row = 0; row < layout.rowCount; row += 1) {
          if (layout.rowTop(row) < bottom) wrong.push(layout.rowStart(row));
          bottom = layout.rowTop(row) + layout.rowHeight(row);
          let right = 0;
          for (let index = layout.rowStart(row); index < layout.rowStart(row + 1); index += 1) {
            const box = layout.box(index);
            const isInRow = box.top === layout.rowTop(row) && box.height === layout.rowHeight(row);
            if (layout.rowOf(index) !== row || !isInRow || box.left < right) wrong.push(index);
            right = box.left + box.width;
          }
          if (right > options.width) wrong.push(layout.rowStart(row));
        }
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('fill every row of read items exactly, also the last before another segment', () => {
    fc.assert(
      fc.property(pages, (read) => {
        const { layout } = layOutSparseRows(listing(read, new Map()), options, undefined);
        const ends = Array.from({ length: layout.rowCount - 1 }, (_, row) => layout.rowStart(row + 1) - 1)
          .filter((last) => layout.isExact(last))
          .map((last) => layout.box(last).left + layout.box(last).width);
        expect(new Set(ends.filter((end) => end !== options.width))).toEqual(new Set());
      }),
    );
  });

  it('without holes are the same, read page by page or at once', () => {
    const known = new Map<number, object>();
    let rows: SparseRows | undefined;
    for (let page = 0; page < 20; page += 1) {
      const read = Array.from({ length: page + 1 }, (_, at) => at);
      rows = layOutSparseRows(listing(read, known), options, rows);
    }
    const all = Array.from({ length: 20 }, (_, at) => at);
    const atOnce = layOutSparseRows(listing(all, new Map()), options, undefined);
    expect(rows && describeBoxes(rows)).toEqual(describeBoxes(atOnce));
  });

  it('leave what is read where it stands when a page comes in between', () => {
    const known = new Map<number, object>();
    // The first page and one far below; then pages near the second, above and below it.
    let rows = layOutSparseRows(listing([0, 10], known), options, undefined);
    const place = rows.layout.box(205);
    for (const read of [
      [0, 10, 14],
      [0, 10, 11, 14],
      [0, 6, 10, 11, 14],
    ]) {
      rows = layOutSparseRows(listing(read, known), options, rows);
      expect(rows.layout.box(205)).toEqual(place);
      expect(rows.layout.isExact(205)).toBe(true);
    }
  });

  it('do not look again at what is laid out', () => {
    const known = new Map<number, object>();
    const first = listing([0, 1, 2, 9, 10], known);
    const rows = layOutSparseRows(first, options, undefined);
    const looked: number[] = [];
    const watching = (index: number) => {
      looked.push(index);
      return aspectOf(index);
    };
    layOutSparseRows({ ...listing([0, 1, 2, 3, 9, 10], known), aspectOf: watching }, options, rows);
    // The new page, and what stood in the open row before it.
    expect(Math.min(...looked)).toBeGreaterThan(50);
    expect(Math.max(...looked)).toBeLessThan(80);
  });

  it('stay below the height browsers can draw', () => {
    const gap: Segment[] = [{ gap: 0, start: 0, count: 20, pages: [{}] }];
    const wide = { width: 360, rowHeight: 480, gap: 4 };
    const { layout } = layOutSparseRows(
      { segments: gap, tail: 1_000_000, ended: false, aspectOf },
      wide,
      undefined,
    );
    expect(layout.height).toBeLessThanOrEqual(15_000_000);
    expect(layout.count).toBe(1_000_020);
  });
});
