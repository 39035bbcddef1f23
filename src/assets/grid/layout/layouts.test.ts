import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridLayout, indexAt, rowAt } from './grid-layout';
import { JustifiedRows } from './justified-rows';
import { listRows } from './list-rows';
import { squareTiles } from './square-tiles';

const aspects = fc.array(fc.double({ min: 0.1, max: 8, noNaN: true }), { maxLength: 120 });
const geometry = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  rowHeight: fc.integer({ min: 60, max: 480 }),
  gap: fc.constantFrom(0, 4, 8),
});
const justified = (options: { width: number; rowHeight: number; gap: number }, shapes: readonly number[]) =>
  JustifiedRows.create(options).append(shapes.length, (index) => shapes[index] ?? 1);
const boxes = (layout: GridLayout) => Array.from({ length: layout.count }, (_, index) => layout.box(index));
const described = (layout: GridLayout) => ({
  height: layout.height,
  rows: Array.from({ length: layout.rowCount }, (_, row) => [layout.rowTop(row), layout.rowStart(row)]),
  boxes: boxes(layout),
});

function expectOrderWithoutOverlap(layout: GridLayout, width: number, gap: number) {
  const placed = boxes(layout);
  // One expectation for all: tens of thousands of them take seconds.
  const misplaced = placed.filter((box, index) => {
    const row = layout.rowOf(index);
    const isInRow = layout.rowStart(row) <= index && index < layout.rowStart(row + 1);
    return !isInRow || box.left < 0 || box.left + box.width > width;
  });
  expect(misplaced).toEqual([]);
  const expected = placed.slice(1).map((box, index) => {
    const before = layout.box(index);
    const sameRow = layout.rowOf(index) === layout.rowOf(index + 1);
    return sameRow
      ? { ...box, left: before.left + before.width + gap }
      : { ...box, top: before.top + before.height + gap };
  });
  expect(placed.slice(1)).toEqual(expected);
}

describe('justified rows', () => {
  it('keep the order, never overlap and fill every closed row exactly', () => {
    fc.assert(
      fc.property(geometry, aspects, (options, shapes) => {
        const layout = justified(options, shapes);
        expectOrderWithoutOverlap(layout, options.width, options.gap);
        for (let row = 0; row < layout.rowCount - 1; row += 1) {
          const last = layout.box(layout.rowStart(row + 1) - 1);
          expect(last.left + last.width).toBe(options.width);
        }
      }),
    );
  });

  it('appended page by page are the same as laid out at once', () => {
    fc.assert(
      fc.property(geometry, aspects, fc.array(fc.nat(120)), (options, shapes, cuts) => {
        let layout = JustifiedRows.create(options);
        for (const end of [
          ...cuts.filter((cut) => cut < shapes.length).sort((a, b) => a - b),
          shapes.length,
        ]) {
          layout = layout.append(end, (index) => shapes[index] ?? 1);
        }
        expect(described(layout)).toEqual(described(justified(options, shapes)));
      }),
    );
  });

  it('do not look at what is already placed', () => {
    const options = { width: 1000, rowHeight: 200, gap: 4 };
    const first = justified(
      options,
      Array.from({ length: 1000 }, () => 1.5),
    );
    let lowest = Number.POSITIVE_INFINITY;
    first.append(1100, (index) => {
      lowest = Math.min(lowest, index);
      return 1;
    });
    expect(lowest).toBe(first.rowStart(first.rowCount - 1));
  });

  it('are near the aimed height for ordinary pictures', () => {
    const shapes = Array.from({ length: 300 }, (_, n) => [0.75, 1, 1.5, 1.78][n % 4] ?? 1);
    const layout = justified({ width: 1200, rowHeight: 220, gap: 4 }, shapes);
    for (let row = 0; row < layout.rowCount - 1; row += 1) {
      expect(layout.rowHeight(row)).toBeGreaterThan(160);
      expect(layout.rowHeight(row)).toBeLessThan(300);
    }
  });
});

describe('square tiles and list', () => {
  it('keep the order and never overlap', () => {
    fc.assert(
      fc.property(geometry, fc.nat(200), ({ width, rowHeight: size, gap }, count) => {
        const tiles = squareTiles({ width, size, gap }, count);
        const list = listRows(width, count);
        expect(tiles.rowStart(tiles.rowCount)).toBe(count);
        expectOrderWithoutOverlap(tiles, width, gap);
        expectOrderWithoutOverlap(list, width, 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('looking up', () => {
  it('finds the row and the item at a point', () => {
    fc.assert(
      fc.property(geometry, aspects, (options, shapes) => {
        const layout = justified(options, shapes);
        for (const [index, { left, top, width, height }] of boxes(layout).entries()) {
          expect(rowAt(layout, top)).toBe(layout.rowOf(index));
          expect(indexAt(layout, left + width / 2, top + height / 2)).toBe(index);
        }
        expect(rowAt(layout, -1)).toBe(0);
        expect(indexAt(layout, 0, layout.height + 1)).toBeUndefined();
      }),
    );
  });
});
