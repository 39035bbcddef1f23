import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedRate } from '~/api/rate-memory';
import { RequestRate } from '~/api/request-rate';
import { openPace } from './pace';

const limit = { requests: 20, windowMs: 60_000 };
const now = 1_700_000_000_000;

describe('the pace of batches', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('goes by all that any tab has sent, reads too, and leaves a part of the limit to them', () => {
    const pace = openPace(limit, 'far');
    const reads = new RequestRate({ ...limit, isAssumed: true }, storedRate('far'));
    for (let n = 0; n < 16; n += 1) reads.sent(now + n);
    expect(pace.next(now + 100)).toBeLessThanOrEqual(now + 100);
    reads.sent(now + 100);
    expect(pace.next(now + 100)).toBe(now + 60_000);
    // A limit that nobody has named does not keep anyone from browsing.
    expect(reads.next(now + 100)).toBeLessThanOrEqual(now + 100);
    expect(openPace(limit, 'another').next(now + 100)).toBeLessThanOrEqual(now + 100);
  });

  it('no longer holds to an assumed limit once more than that went through, until something is refused', () => {
    const assumed = { ...limit, isAssumed: true };
    const pace = openPace(assumed, 'far');
    const reads = new RequestRate(assumed, storedRate('far'));
    for (let n = 0; n < 20; n += 1) reads.sent(now + n);
    expect(pace.next(now + 100)).toBeGreaterThan(now + 100);
    reads.sent(now + 20);
    expect(pace.next(now + 100)).toBeLessThanOrEqual(now + 100);
    reads.refused(now + 200, now + 100);
    expect(pace.next(now + 300)).toBeGreaterThan(now + 300);
  });

  it('waits as long as it was asked to, also by the shorter of two refusals, and so does whoever reads', () => {
    const pace = openPace(limit, 'far');
    pace.limit(now + 5000, now);
    pace.limit(now + 3000, now);
    expect(pace.next(now + 1000)).toBe(now + 5000);
    expect(new RequestRate(limit, storedRate('far')).next(now + 1000)).toBe(now + 5000);
  });

  it('waits for a workspace without a limit only as long as that asks', () => {
    const pace = openPace(undefined, 'local');
    expect(pace.next(now)).toBeLessThanOrEqual(now);
    pace.limit(now + 3000, now);
    expect(pace.next(now + 1000)).toBe(now + 3000);
  });
});
