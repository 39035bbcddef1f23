import { rateLimited } from './faults';

/** Counts requests in a sliding window; gives the 429 to answer with, or undefined where there is room. */
export function createRateLimit(requests: number, windowMs: number): () => Response | undefined {
  let times: number[] = [];
  return () => {
    const now = Date.now();
    times = times.filter((time) => now - time < windowMs);
    const [oldest] = times;
    if (times.length < requests || oldest === undefined) {
      times.push(now);
      return undefined;
    }
    const seconds = Math.max(1, Math.ceil((windowMs - (now - oldest)) / 1000));
    return rateLimited({ retryAfterSeconds: seconds, remainingSeconds: seconds });
  };
}
