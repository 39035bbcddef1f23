import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyMoves, isMoveKey } from './keyboard';
import { JustifiedRows } from './layout/justified-rows';
import { squareTiles } from './layout/square-tiles';

const tiles = squareTiles({ width: 304, size: 100, gap: 2 }, 8);

describe('keys', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 7, 7],
    ['ArrowDown', 1, 4],
    ['ArrowDown', 5, 7],
    ['ArrowDown', 7, 7],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 2, 2],
    ['Home', 5, 0],
    ['End', 2, 7],
    ['PageDown', 0, 3],
    ['PageUp', 7, 4],
  ] as const)('%s from %i leads to %i', (key, index, target) => {
    expect(createKeyMoves()(tiles, index, key, 200)).toBe(target);
  });

  it('up and down set out anew from where another key or a click has led', () => {
    const move = createKeyMoves();
    expect(move(tiles, 0, 'ArrowRight', 200)).toBe(1);
    expect(move(tiles, 1, 'ArrowDown', 200)).toBe(4);
    expect(move(tiles, 4, 'ArrowLeft', 200)).toBe(3);
    expect(move(tiles, 3, 'ArrowUp', 200)).toBe(0);
    expect(move(tiles, 2, 'ArrowDown', 200)).toBe(5);
  });

  it('stay inside, and down then up returns', () => {
    const shape = fc.double({ min: 0.3, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 80 }), fc.nat(79), (shapes, pick) => {
        const options = { width: 900, rowHeight: 150, gap: 4 };
        const layout = JustifiedRows.create(options).append(shapes.length, (index) => shapes[index] ?? 1);
        const index = pick % shapes.length;
        const move = createKeyMoves();
        const down = move(layout, index, 'ArrowDown', 500);
        expect(down).toBeLessThan(shapes.length);
        expect(down === index ? index : move(layout, down, 'ArrowUp', 500)).toBe(index);
      }),
    );
    expect(isMoveKey('a')).toBe(false);
  });
});
