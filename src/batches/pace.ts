/** So many requests in so many milliseconds. */
interface RateLimit {
  requests: number;
  windowMs: number;
}

/** The part of the limit that batches take: whoever browses meanwhile must not be refused. */
const SHARE = 0.8;

/** Where the times of the last requests are kept, so that the next tab to run batches knows of them. */
export interface PaceMemory {
  read(): readonly number[];
  write(times: readonly number[]): void;
}

/** When the next request may be sent; shared by all batches of a workspace, whichever tab runs them. */
export class Pace {
  private until = 0;
  private times: readonly number[];

  constructor(
    private readonly limits?: RateLimit | undefined,
    private readonly memory?: PaceMemory | undefined,
  ) {
    this.times = memory?.read() ?? [];
  }

  /** Milliseconds since 1970 before which nothing is sent; a time in the past means now. */
  next(now: number): number {
    if (!this.limits) return this.until;
    this.forget(now);
    const { requests, windowMs } = this.limits;
    const oldest = this.times.at(-Math.max(1, Math.floor(requests * SHARE)));
    return Math.max(this.until, oldest === undefined ? 0 : oldest + windowMs);
  }

  /** A request is on its way. */
  sent(now: number): void {
    if (!this.limits) return;
    this.forget(now);
    this.times = [...this.times, now];
    this.memory?.write(this.times);
  }

  /** The service asked to wait. */
  limit(until: number): void {
    this.until = Math.max(this.until, until);
  }

  private forget(now: number): void {
    const since = now - (this.limits?.windowMs ?? 0);
    // A clock that was set back must not hold everything up.
    this.times = this.times.filter((time) => time > since && time <= now);
  }
}
