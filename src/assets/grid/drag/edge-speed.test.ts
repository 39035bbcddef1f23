import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeSpeed } from './edge-speed';

describe('scrolling at the edge', () => {
  it.each([
    [400, 0],
    [56, 0],
    [744, 0],
    [0, -1000],
    [800, 1000],
    [-500, -4000],
    [856, 4000],
  ])('at %i of 0…800 goes at %i pixels a second', (at, speed) => {
    expect(edgeSpeed(at, 0, 800)).toBe(speed);
  });

  it('goes towards the edge, faster the nearer', () => {
    const views = fc.record({
      start: fc.integer({ min: 0, max: 500 }),
      height: fc.integer({ min: 1, max: 2000 }),
    });
    fc.assert(
      fc.property(views, ({ start, height }) => {
        const at = (part: number) => edgeSpeed(start + part * height, start, start + height);
        const speeds = [-1, 0, 0.1, 0.2, 0.5, 0.8, 0.9, 1, 2].map(at);
        expect(speeds).toEqual(speeds.toSorted((a, b) => a - b));
        expect(speeds[1]).toBeLessThan(0);
        expect(speeds[4]).toBe(0);
        expect(speeds[7]).toBeGreaterThan(0);
      }),
    );
  });

  it('leaves a still middle in a low view', () => {
    expect(edgeSpeed(50, 0, 100)).toBe(0);
    expect(edgeSpeed(10, 10, 10)).toBe(0);
  });
});
