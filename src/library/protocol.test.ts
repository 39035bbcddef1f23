import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextHandshakeStep, parseHelloAnswer, parsePageMessage } from './protocol';

const fresh = { update: false, reload: false };

describe('handshake', () => {
  it.each([
    [2, 2, fresh, 'ready'],
    [2, 1, fresh, 'update-worker'],
    [2, undefined, fresh, 'update-worker'],
    [2, 1, { update: true, reload: false }, 'give-up'],
    [2, undefined, { update: true, reload: false }, 'give-up'],
    [1, 2, fresh, 'reload-page'],
    [1, 2, { update: false, reload: true }, 'give-up'],
  ] as const)('page %s, worker %s, tried %o → %s', (page, worker, tried, expected) => {
    expect(nextHandshakeStep(page, worker, tried)).toBe(expected);
  });

  it('ends after at most two remedies, whatever the versions', () => {
    const version = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(version, { minLength: 3 }), (page, answers) => {
        const tried = { update: false, reload: false };
        const steps = answers.slice(0, 3).map((worker) => {
          const step = nextHandshakeStep(page, worker, tried);
          if (step === 'update-worker') tried.update = true;
          if (step === 'reload-page') tried.reload = true;
          return step;
        });
        expect(steps.some((step) => step === 'ready' || step === 'give-up')).toBe(true);
      }),
    );
  });
});

describe('messages', () => {
  it('reads what it wrote and nothing else', () => {
    expect(parsePageMessage({ type: 'hello', protocol: 1, samples: true })).toEqual({
      type: 'hello',
      protocol: 1,
      samples: true,
    });
    expect(parsePageMessage({ type: 'hello', protocol: 1 })).toMatchObject({ samples: false });
    expect(parsePageMessage({ type: 'claim' })).toEqual({ type: 'claim' });
    expect(parsePageMessage({ type: 'hello' })).toBeUndefined();
    const answer = { type: 'hello', protocol: 1, build: 'a', storage: 'blocked', detail: 'why' };
    expect(parseHelloAnswer(answer)).toEqual(answer);
  });

  it('never throws on foreign messages', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect([parsePageMessage(data), parseHelloAnswer(data)]).toHaveLength(2);
      }),
    );
  });
});
