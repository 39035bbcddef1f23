import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RestingCall } from './resting-call';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a resting call', () => {
  it('is made at once, and then where a drag rests', () => {
    const places: number[] = [];
    const call = new RestingCall((place) => places.push(place));
    for (let place = 0; place < 10; place += 1) {
      call.ask(place);
      vi.advanceTimersByTime(16);
    }
    expect(places).toEqual([0]);
    vi.advanceTimersByTime(100);
    expect(places).toEqual([0, 9]);
  });

  it('is made now and then along a fling that does not rest', () => {
    const places: number[] = [];
    const call = new RestingCall((place) => places.push(place));
    for (let place = 0; place < 100; place += 1) {
      call.ask(place);
      vi.advanceTimersByTime(16);
    }
    expect(places).toEqual([0, 32, 64, 96]);
  });

  it('is made at once for a jump after a jump', () => {
    const places: number[] = [];
    const call = new RestingCall((place) => places.push(place));
    for (const place of [5, 90, 20]) {
      call.ask(place);
      vi.advanceTimersByTime(100);
    }
    expect(places).toEqual([5, 90, 20]);
  });

  it('is made again for a place that is still asked for after a while', () => {
    const places: number[] = [];
    const call = new RestingCall((place) => places.push(place));
    for (let at = 0; at < 450; at += 50) {
      call.ask(7);
      vi.advanceTimersByTime(50);
    }
    expect(places).toEqual([7]);
    vi.advanceTimersByTime(100);
    expect(places).toEqual([7, 7]);
  });

  it('is not made after it was cancelled', () => {
    const places: number[] = [];
    const call = new RestingCall((place) => places.push(place));
    call.ask(1);
    call.ask(2);
    call.cancel();
    vi.advanceTimersByTime(1000);
    expect(places).toEqual([1]);
  });
});
