/** So many requests in so many milliseconds. */
export interface RequestLimit {
  requests: number;
  windowMs: number;
  /** Nobody has said so: it holds once the service has refused something, for an hour. */
  isAssumed?: boolean | undefined;
}

/** When requests were sent of late, and until when the service asked to wait; milliseconds since 1970. */
export interface RateRecord {
  until: number;
  /** When it refused something last; 0 where it never has. */
  refusedAt: number;
  times: readonly number[];
}

/** Where the record is kept, for every tab of this browser. */
export interface RateMemory {
  read(): RateRecord;
  write(record: RateRecord): void;
}

/** Milliseconds for which a refusal makes an assumed limit hold. */
const BELIEVED_MS = 60 * 60 * 1000;

/**
 * How many requests a workspace has had from this browser, and when the next one may be sent. Two tabs that write at
 * the same moment may lose one time: the service's own refusal makes up for that.
 */
export class RequestRate {
  constructor(
    private readonly limit: RequestLimit,
    private readonly memory: RateMemory,
  ) {}

  /**
   * Milliseconds since 1970 before which nothing is sent; a time in the past means now. `share` (0 to 1) is the part
   * of the limit that requests of this kind may use up: the rest is left to more urgent ones. The cautious hold to an
   * assumed limit before anything was refused, too, unless more than it went through just now.
   */
  next(now: number, share = 1, manner?: 'cautious'): number {
    const { until, refusedAt, times } = this.recent(now);
    const isRefuted = times.length > this.limit.requests;
    if (this.limit.isAssumed && now - refusedAt > BELIEVED_MS && (manner !== 'cautious' || isRefuted))
      return until;
    const oldest = times.at(-Math.max(1, Math.floor(this.limit.requests * share)));
    return Math.max(until, oldest === undefined ? 0 : oldest + this.limit.windowMs);
  }

  /** A request is on its way. */
  sent(now: number): void {
    const record = this.recent(now);
    // Of more nobody asks than that it was more.
    const times = [...record.times, now].slice(-this.limit.requests - 1);
    this.memory.write({ ...record, times });
  }

  /** The service refused a request for its rate, and is asked again then. */
  refused(until: number, now: number): void {
    const record = this.recent(now);
    this.memory.write({ ...record, refusedAt: now, until: Math.max(record.until, until) });
  }

  private recent(now: number): RateRecord {
    const record = this.memory.read();
    const since = now - this.limit.windowMs;
    // A clock that was set back must not hold everything up.
    return { ...record, times: record.times.filter((time) => time > since && time <= now) };
  }
}
