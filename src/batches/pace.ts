import { rateOfTab, storedRate } from '~/api/rate-memory';
import { type RequestLimit, RequestRate } from '~/api/request-rate';

/**
 * The part of the limit that batches may use up: whoever browses meanwhile must not be refused. No less than what is
 * read ahead may, or scrolling would hold every batch up.
 */
const SHARE = 0.85;
const UNLIMITED: RequestLimit = { requests: Number.POSITIVE_INFINITY, windowMs: 0 };

/** When the next request of any batch may be sent. */
export interface Pace {
  /** Milliseconds since 1970 before which nothing is sent; a time in the past means now. */
  next(now: number): number;
  /** The service asked to wait. */
  limit(until: number, now: number): void;
}

/**
 * The pace of a workspace's batches. Where its rate is limited, they go by the record `name` of everything that any
 * tab sends to it, in which the client counts; batches hold to a limit from the start, even if it is only assumed, until
 * more than that has gone through.
 */
export function openPace(limit: RequestLimit | undefined, name: string): Pace {
  const rate = new RequestRate(limit ?? UNLIMITED, limit ? storedRate(name) : rateOfTab());
  return {
    next: (now) => rate.next(now, SHARE, 'cautious'),
    limit: (until, now) => rate.refused(until, now),
  };
}
