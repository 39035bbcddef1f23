import { ApiError } from '~/api/api-error';

/** Milliseconds to wait before the first repetition, doubled for each one after it. */
const FIRST_WAIT_MS = 1000;
/** Repetitions after an answer that never came. */
const MOST_TRIES = 3;

/** One read of many: asks again where the answer was lost. A rate that is limited is the client's business. */
export async function readPatiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the same read again
      return await read();
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || signal.aborted) throw thrown;
      if (!thrown.unclear || tries >= MOST_TRIES) throw thrown;
      // oxlint-disable-next-line no-await-in-loop -- before the same read again
      await pause(thrown.retryAfterMs ?? FIRST_WAIT_MS * 2 ** tries, signal);
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
