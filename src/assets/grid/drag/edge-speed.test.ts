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

  it('leaves a still middle in a low view', () => {
    expect(edgeSpeed(50, 0, 100)).toBe(0);
    expect(edgeSpeed(10, 10, 10)).toBe(0);
  });
});
