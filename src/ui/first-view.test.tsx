import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterFirstView } from './first-view';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const scroll = () => document.body.dispatchEvent(new Event('scroll'));

it('acts once when the first view is there', () => {
  const act = vi.fn<() => void>();
  afterFirstView(act);
  vi.advanceTimersByTime(1_400);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(1);
});

it('waits for somebody who scrolls, but not for ever', () => {
  const act = vi.fn<() => void>();
  afterFirstView(act);
  for (let ms = 0; ms < 4_000; ms += 100) {
    scroll();
    vi.advanceTimersByTime(100);
  }
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  expect(act).toHaveBeenCalledTimes(1);

  const later = vi.fn<() => void>();
  afterFirstView(later);
  for (let ms = 0; ms < 31_000; ms += 100) {
    scroll();
    vi.advanceTimersByTime(100);
  }
  expect(later).toHaveBeenCalledTimes(1);
});

it('does nothing after it was called off', () => {
  const act = vi.fn<() => void>();
  afterFirstView(act)();
  vi.advanceTimersByTime(60_000);
  expect(act).not.toHaveBeenCalled();
});
