import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantColor } from './dominant-color';

type Pixel = readonly [red: number, green: number, blue: number, alpha?: number];

const pixels = (...runs: readonly (readonly [count: number, pixel: Pixel])[]) =>
  new Uint8ClampedArray(
    runs.flatMap(([count, [red, green, blue, alpha = 255]]) =>
      Array.from({ length: count }, () => [red, green, blue, alpha]).flat(),
    ),
  );

describe('the dominant colour of pixels', () => {
  it.each([
    ['the only one there is', pixels([256, [122, 107, 88]]), '#7a6b58'],
    ['black', pixels([4, [0, 0, 0]]), '#000000'],
    ['that of the greater part', pixels([100, [10, 20, 200]], [156, [250, 140, 0]]), '#fa8c00'],
    ['the mean of shades that are close', pixels([2, [200, 0, 0]], [2, [210, 10, 0]]), '#cd0500'],
    ['none where one pixel is seen through', pixels([255, [10, 20, 30]], [1, [10, 20, 30, 254]]), undefined],
    ['none where there are no pixels', pixels(), undefined],
  ])('is %s', (_, given, color) => {
    expect(dominantColor(given)).toBe(color);
  });

  it('is always six digits, whatever the pixels', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.array(fc.tuple(channel, channel, channel), { minLength: 1 }), (given) => {
        expect(dominantColor(pixels(...given.map((pixel) => [1, pixel] as const)))).toMatch(/^#[0-9a-f]{6}$/);
      }),
    );
  });
});
