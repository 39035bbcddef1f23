import { backoff, type Clock } from '../clock';
import type { Journal } from './journal';

/**
 * Adds an event, again and again until the browser has room for it; resolves with its key. `onRefused` is told each
 * time until when it waits, in milliseconds since 1970.
 */
export async function appendPatiently(
  journal: Journal,
  entry: Parameters<Journal['append']>,
  clock: Clock,
  onRefused: (until: number) => void,
): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await journal.append(...entry);
    } catch {
      const until = clock.now() + backoff(tries, clock);
      onRefused(until);
      // oxlint-disable-next-line no-await-in-loop
      await clock.sleep(until - clock.now(), new AbortController().signal);
    }
  }
}
