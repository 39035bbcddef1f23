import { describe, expect, it } from 'vitest';
import { peaksOf } from './loudness';

describe('peaksOf', () => {
  it('gives the loudest sample of each stretch, over all channels', () => {
    const left = Float32Array.of(0, 0.5, 0, 0, -0.25, 0);
    const right = Float32Array.of(0, 0, -0.75, 0, 0, 0);
    expect(peaksOf([left, right], 3)).toEqual([0.5, 0.75, 0.25]);
    expect(peaksOf([left], 1)).toEqual([0.5]);
  });

  it('has an answer for every stretch of a sound shorter than their number, and for none at all', () => {
    expect(peaksOf([Float32Array.of(1, 0.5)], 4)).toEqual([1, 1, 0.5, 0.5]);
    expect(peaksOf([], 2)).toEqual([0, 0]);
  });
});
