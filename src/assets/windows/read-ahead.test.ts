import { expect, it } from 'vitest';
import { ReadAhead } from './read-ahead';

it('reads ahead of a fling what it soon comes to, and of a look around two views', () => {
  const ahead = new ReadAhead();
  expect(ahead.rows(1000, 1029, 0)).toEqual({ above: 60, below: 60 });
  // A hundred and eighty rows a second, down.
  for (let now = 16; now <= 480; now += 16) ahead.rows(1000 + Math.floor(now * 0.18), 1029, now);
  const fling = ahead.rows(1090, 1119, 500);
  expect(fling.below).toBeGreaterThan(180);
  expect(fling.above).toBe(50);
  // A jump after a while is no fling.
  expect(ahead.rows(50_000, 50_029, 9000)).toEqual({ above: 60, below: 60 });
});
