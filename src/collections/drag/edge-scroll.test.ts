import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { edgeSpeed } from './edge-scroll';

const boxes = fc.record({
  top: fc.integer({ min: 0, max: 500 }),
  height: fc.integer({ min: 1, max: 2000 }),
});

describe('edgeSpeed', () => {
  it('goes towards the edge, faster the nearer, and stands still in the middle', () => {
    fc.assert(
      fc.property(boxes, ({ top, height }) => {
        const at = (part: number) => edgeSpeed(top + part * height, top, top + height);
        const speeds = [0, 0.1, 0.2, 0.5, 0.8, 0.9, 1].map(at);
        expect(speeds).toEqual(speeds.toSorted((a, b) => a - b));
        expect(speeds[0]).toBeLessThan(0);
        expect(speeds[3]).toBe(0);
        expect(speeds[6]).toBeGreaterThan(0);
      }),
    );
  });

  it('does nothing for a pointer outside', () => {
    expect([edgeSpeed(-1, 0, 400), edgeSpeed(401, 0, 400)]).toEqual([0, 0]);
  });
});
