import { describe, expect, it } from 'vitest';
import { ApiError } from '~/api/api-error';
import type { ImportProblem } from './import-state';
import { type Clock, createPatience } from './patience';

function setUp() {
  const waited: number[] = [];
  const problems: ImportProblem[] = [];
  const waiting: (number | undefined)[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    async wait(ms) {
      waited.push(ms);
      now += ms;
    },
  };
  const cancel = new AbortController();
  const patience = createPatience({
    clock,
    signal: cancel.signal,
    onProblem: (problem) => {
      problems.push(problem);
      queueMicrotask(() => patience.open());
    },
    onWaiting: (until) => waiting.push(until),
    probe: async () => Promise.reject(new ApiError('unreachable', 'Still gone.')),
    onBack: () => {},
  });
  return { patience, waited, problems, waiting, cancel };
}

/** Fails with each error in turn, then answers. */
function failing(...errors: readonly Error[]) {
  const rest = [...errors];
  return async () => {
    const error = rest.shift();
    if (error) throw error;
    return 'answer';
  };
}

describe('createPatience', () => {
  it('waits as long as the workspace says when it is limited, and says so', async () => {
    const { patience, waited, waiting } = setUp();
    const limited = new ApiError('rate-limited', 'cooldown', { status: 429, retryAfterMs: 9000 });
    expect(await patience.ask(failing(limited))).toBe('answer');
    expect(waited).toEqual([9000]);
    expect(waiting).toEqual([9000, undefined]);
  });

  it('asks a few times after a lost answer, then stops the session and goes on when it is resumed', async () => {
    const { patience, waited, problems } = setUp();
    const lost = Array.from(
      { length: 5 },
      () => new ApiError('unreachable', 'The workspace did not answer.'),
    );
    expect(await patience.ask(failing(...lost))).toBe('answer');
    // The last is the pause before the workspace is asked whether it is back.
    expect(waited).toEqual([1000, 2000, 4000, 8000, 4000]);
    expect(problems).toEqual([{ kind: 'unreachable', message: 'The workspace did not answer.' }]);
  });

  it('gives one file up when the workspace keeps failing on it', async () => {
    const { patience, problems } = setUp();
    const broken = Array.from({ length: 5 }, () => new ApiError('unavailable', 'boom', { status: 500 }));
    await expect(patience.ask(failing(...broken))).rejects.toThrow('boom');
    expect(problems).toEqual([]);
  });

  it('stops everything on a full disk and on a refused key, and asks the same again afterwards', async () => {
    const { patience, problems } = setUp();
    const full = new ApiError('unavailable', 'No room.', { status: 507 });
    const refused = new ApiError('unauthorized', 'Bad key.', { status: 401 });
    expect(await patience.ask(failing(full, refused))).toBe('answer');
    expect(problems.map(({ kind }) => kind)).toEqual(['disk-full', 'refused']);
  });

  it('throws what concerns one file alone', async () => {
    const { patience, problems } = setUp();
    await expect(
      patience.ask(failing(new ApiError('invalid', 'Too large.', { status: 413 }))),
    ).rejects.toThrow('Too large.');
    expect(problems).toEqual([]);
  });

  it('lets nothing through once cancelled, not even what waits at the gate', async () => {
    const { patience, cancel } = setUp();
    patience.close();
    const asked = patience.ask(failing());
    cancel.abort();
    await expect(asked).rejects.toThrow('abort');
    await expect(patience.ask(failing())).rejects.toThrow('abort');
  });
});
