import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateOfTab } from './rate-memory';
import { RequestRate } from './request-rate';

describe('RequestRate', () => {
  it('never lets more than its share of the limit into any window, whichever tab asks', () => {
    const limit = { requests: 10, windowMs: 1000 };
    const gaps = fc.array(fc.record({ gap: fc.nat(300), tab: fc.nat(2) }), { maxLength: 80 });
    fc.assert(
      fc.property(gaps, (steps) => {
        const memory = rateOfTab();
        const tabs = [0, 1, 2].map(() => new RequestRate(limit, memory));
        let now = 1_000_000;
        const sent: number[] = [];
        for (const { gap, tab } of steps) {
          const rate = tabs[tab] ?? new RequestRate(limit, memory);
          now = Math.max(now + gap, rate.next(now + gap, 0.8));
          rate.sent(now);
          sent.push(now);
        }
        for (const from of sent)
          expect(sent.filter((time) => time >= from && time < from + 1000).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
