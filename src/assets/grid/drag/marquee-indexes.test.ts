import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridLayout } from '../layout/grid-layout';
import { JustifiedRows } from '../layout/justified-rows';
import { listRows } from '../layout/list-rows';
import { squareTiles } from '../layout/square-tiles';
import { marqueeIndexes, type Point } from './marquee-indexes';

const layout = fc
  .record({
    aspects: fc.array(fc.double({ min: 0.2, max: 6, noNaN: true }), { maxLength: 120 }),
    width: fc.integer({ min: 200, max: 1600 }),
    size: fc.integer({ min: 80, max: 400 }),
    kind: fc.constantFrom('rows', 'squares', 'captions', 'list'),
  })
  .map(({ aspects, width, size, kind }): GridLayout => {
    if (kind === 'list') return listRows(width, aspects.length);
    if (kind !== 'rows')
      return squareTiles({ width, size, gap: 4, caption: kind === 'captions' ? 44 : 0 }, aspects.length);
    const rows = JustifiedRows.create({ width, rowHeight: size, gap: 4 });
    return rows.append(aspects.length, (index) => aspects[index] ?? 1);
  });

const point = fc.record({ x: fc.integer({ min: -20, max: 1700 }), y: fc.integer({ min: -50, max: 9000 }) });

/** Every tile looked at, one after the other. */
function touched(tiles: GridLayout, from: Point, to: Point): number[] {
  const found: number[] = [];
  for (let index = 0; index < tiles.count; index += 1) {
    const { left, top, width, height } = tiles.box(index);
    const across = left <= Math.max(from.x, to.x) && left + width > Math.min(from.x, to.x);
    const down = top <= Math.max(from.y, to.y) && top + height > Math.min(from.y, to.y);
    if (across && down) found.push(index);
  }
  return found;
}

describe('a marquee', () => {
  it('touches what looking at every tile finds', () => {
    fc.assert(
      fc.property(layout, point, point, (tiles, from, to) => {
        const indexes = marqueeIndexes(tiles, from, to);
        expect([...indexes].sort((a, b) => a - b)).toEqual(touched(tiles, from, to));
      }),
    );
  });

  it('ends with the tile nearest the pointer', () => {
    const tiles = listRows(400, 10);
    expect(marqueeIndexes(tiles, { x: 0, y: 50 }, { x: 10, y: 140 })).toEqual([1, 2, 3]);
    expect(marqueeIndexes(tiles, { x: 0, y: 140 }, { x: 10, y: 50 })).toEqual([3, 2, 1]);
  });
});
