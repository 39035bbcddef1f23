import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvents, FILE_STATES, type ImportEvent, newSession } from './import-state';

const event = fc.oneof(
  fc.record({ type: fc.constant('found' as const), path: fc.string(), size: fc.nat(1e9) }),
  fc.record({ type: fc.constant('unreadable' as const), path: fc.string(), reason: fc.string() }),
  fc.record({ type: fc.constant('skipped' as const) }),
  fc.record({ type: fc.constant('sent' as const), index: fc.nat(30), sent: fc.nat(1e9) }),
  fc.record({
    type: fc.constant('moved' as const),
    index: fc.nat(30),
    to: fc.constantFrom(...FILE_STATES),
  }),
) satisfies fc.Arbitrary<ImportEvent>;
const start = newSession('one', { target: {} }, 0);

describe('applyEvents', () => {
  it('keeps counts and bytes equal to what the files say, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), (events) => {
        const { files, counts, bytes } = applyEvents(start, events);
        for (const state of FILE_STATES) {
          expect(counts[state]).toBe(files.filter((file) => file.state === state).length);
        }
        expect(bytes.found).toBe(files.reduce((sum, { size }) => sum + size, 0));
        expect(bytes.sent).toBe(files.reduce((sum, { sent }) => sum + sent, 0));
        expect(files.map(({ index }) => index)).toEqual(files.map((_, place) => place));
      }),
    );
  });

  it('gives the same in one run or in many, and leaves what it was given alone', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), fc.nat(40), (events, cut) => {
        const inTwo = applyEvents(applyEvents(start, events.slice(0, cut)), events.slice(cut));
        expect(inTwo).toEqual(applyEvents(start, events));
        expect(start.files).toEqual([]);
      }),
    );
  });

  it('forgets the reason when a failed file is tried again', () => {
    const failed = applyEvents(start, [
      { type: 'found', path: 'a.png', size: 10 },
      { type: 'sent', index: 0, sent: 10 },
      { type: 'moved', index: 0, to: 'failed', reason: 'It is no picture.' },
    ]);
    expect(failed.files[0]).toMatchObject({ state: 'failed', reason: 'It is no picture.', sent: 0 });
    const again = applyEvents(failed, [{ type: 'moved', index: 0, to: 'waiting' }]);
    expect(again.files[0]?.reason).toBeUndefined();
  });
});
