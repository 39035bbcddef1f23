import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

describe('Pace', () => {
  it('never lets more than its share of the limit into any window, also over a change of tabs', () => {
    const limit = { requests: 10, windowMs: 1000 };
    const gaps = fc.array(fc.record({ gap: fc.nat(300), newTab: fc.boolean() }), { maxLength: 80 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let kept: readonly number[] = [];
        const memory = { read: () => kept, write: (times: readonly number[]) => void (kept = times) };
        let pace = new Pace(limit, memory);
        let now = 1_000_000;
        const sent: number[] = [];
        for (const { gap, newTab } of steps) {
          if (newTab) pace = new Pace(limit, memory);
          now = Math.max(now + gap, pace.next(now + gap));
          pace.sent(now);
          sent.push(now);
        }
        for (const from of sent)
          expect(sent.filter((time) => time >= from && time < from + 1000).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('waits as long as it was asked to, also by the shorter of two refusals', () => {
    const pace = new Pace();
    pace.limit(5000);
    pace.limit(3000);
    expect(pace.next(1000)).toBe(5000);
  });
});
