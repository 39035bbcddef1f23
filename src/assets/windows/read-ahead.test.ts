import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReadAhead } from './read-ahead';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads ahead of a fling what it soon comes to, and of a look around two views', () => {
  const ahead = new ReadAhead();
  expect(ahead.rows(1000, 1029, 0)).toEqual({ above: 60, below: 60 });
  // A hundred and eighty rows a second, down.
  for (let now = 16; now <= 480; now += 16) ahead.rows(1000 + Math.floor(now * 0.18), 1029, now);
  const fling = ahead.rows(1090, 1119, 500);
  expect(fling.below).toBeGreaterThan(180);
  expect(fling.above).toBe(50);
  // A jump is no fling, neither in the middle of one nor after a while.
  expect(ahead.rows(20_000, 20_029, 700)).toEqual({ above: 60, below: 60 });
  expect(ahead.rows(50_000, 50_029, 9000)).toEqual({ above: 60, below: 60 });
});

const missing = (from: number, to: number) => ({ from, to, before: 1, after: 2 });

it('reads what is in sight at once and what is around it a moment later, but not what has been left since', () => {
  const ahead = new ReadAhead();
  const above = missing(50, 90);
  const here = missing(100, 120);
  const below = missing(130, 200);
  const fill = vi.fn<(rows: object) => void>();
  ahead.rows(100, 129, 0);
  ahead.read([above, here, below], 100, 129, fill);
  expect(fill.mock.calls).toEqual([[here]]);
  vi.advanceTimersByTime(200);
  expect(fill.mock.calls.slice(1).map(([rows]) => rows)).toEqual([above, below]);

  ahead.read([above], 100, 129, fill);
  ahead.read([], 100, 129, fill);
  vi.advanceTimersByTime(200);
  expect(fill).toHaveBeenCalledTimes(3);
});

it('reads around a view that moves at once', () => {
  const ahead = new ReadAhead();
  const fill = vi.fn<(rows: object) => void>();
  ahead.rows(100, 129, 0);
  ahead.rows(130, 159, 200);
  ahead.read([missing(160, 200)], 130, 159, fill);
  expect(fill).toHaveBeenCalledTimes(1);
});
