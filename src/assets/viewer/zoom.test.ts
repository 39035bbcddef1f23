import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT, fitScale, panBy, placed, zoomAt } from './zoom';

const size = fc.record({
  width: fc.integer({ min: 50, max: 5000 }),
  height: fc.integer({ min: 50, max: 5000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('zoom', () => {
  it('never fits a picture beyond its own pixels', () => {
    expect(fitScale({ width: 1000, height: 800 }, { width: 64, height: 64 })).toBe(1);
    expect(fitScale({ width: 1000, height: 800 }, { width: 2000, height: 800 })).toBe(0.5);
  });

  it('keeps the point under the pointer where the picture is larger than the stage', () => {
    fc.assert(
      fc.property(
        size,
        size,
        share,
        share,
        fc.double({ min: 1, max: 8, noNaN: true }),
        (stage, picture, u, v, by) => {
          const from = zoomAt(FIT, stage, picture, stage.width / 2, stage.height / 2, 10);
          const before = placed(from, stage, picture);
          fc.pre(before.width > stage.width && before.height > stage.height);
          const [px, py] = [u * stage.width, v * stage.height];
          const after = placed(zoomAt(from, stage, picture, px, py, 10 * by), stage, picture);
          expect((px - after.left) / after.width).toBeCloseTo((px - before.left) / before.width, 6);
          expect((py - after.top) / after.height).toBeCloseTo((py - before.top) / before.height, 6);
        },
      ),
    );
  });

  it('never lets the picture leave the stage, and centres what fits', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.double({ min: 0.1, max: 16, noNaN: true }),
        fc.integer(),
        fc.integer(),
        (stage, picture, scale, dx, dy) => {
          const zoom = zoomAt(FIT, stage, picture, 0, 0, scale);
          const { left, width } = placed(panBy(zoom, stage, picture, dx, dy), stage, picture);
          const slack =
            width <= stage.width
              ? Math.abs(left - (stage.width - width) / 2)
              : Math.max(0, left, stage.width - left - width);
          expect(slack).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('goes back to fit where it would be smaller', () => {
    expect(
      zoomAt(
        { scale: 2, x: 0.5, y: 0.5 },
        { width: 100, height: 100 },
        { width: 400, height: 400 },
        0,
        0,
        0.1,
      ),
    ).toBe(FIT);
  });
});
