/** Time and chance as the runner sees them, so that tests can decide both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 ≤ n < 1. */
  random(): number;
}

/** The clock of the browser. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    }),
};

/** Milliseconds before try `n` (from 1): 0.5 s doubling up to 30 s, each between half and the whole of it. */
export function backoff(n: number, { random }: Pick<Clock, 'random'>): number {
  const whole = Math.min(30_000, 500 * 2 ** (n - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}
