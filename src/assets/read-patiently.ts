import { ApiError } from '~/api/api-error';

/** Milliseconds to wait before the first repetition, doubled for each one after it. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** Repetitions after an answer that never came; a service that asks to wait is waited for as long as it asks. */
const MOST_UNCLEAR = 3;

/** One read of many: waits where the service limits the rate, and asks again where the answer was lost. */
export async function readPatiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 0, unclear = 0; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the same read again
      return await read();
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || signal.aborted) throw thrown;
      const limited = thrown.kind === 'rate-limited' && !thrown.isQuota;
      if (!limited) unclear += 1;
      if (!limited && (!thrown.unclear || unclear > MOST_UNCLEAR)) throw thrown;
      const wait = thrown.retryAfterMs ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
      // oxlint-disable-next-line no-await-in-loop -- before the same read again
      await pause(wait, signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = () => {
      clearTimeout(timer);
      reject(new DOMException('Called off', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', callOff);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', callOff, { once: true });
  });
}
