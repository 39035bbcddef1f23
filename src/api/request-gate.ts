import { ApiError } from './api-error';
import { storedRate } from './rate-memory';
import type { RequestPriority } from './request-priority';
import { mostUrgent, PRIORITIES } from './request-priority';
import { type RequestLimit, RequestRate } from './request-rate';
import { SharedReads } from './shared-reads';
import type { Slowed } from './slowed';

/** The part of the limit that each kind may use up, so that something is always left for what is more urgent. */
const SHARES: Readonly<Record<RequestPriority, number>> = {
  act: 1,
  visible: 1,
  ahead: 0.85,
  background: 0.6,
};
/** Requests on their way at once, of all kinds, beyond which one of this kind waits: browsers have six connections. */
const AT_ONCE: Readonly<Record<RequestPriority, number>> = { act: 6, visible: 6, ahead: 5, background: 4 };
/** Milliseconds of the first pause after a refusal that names no time, doubled up to the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** Milliseconds of waiting that nobody notices. */
const UNNOTICED_MS = 500;

interface Waiting {
  priority: () => RequestPriority;
  begin: () => void;
}

interface GateOptions {
  /** Names the record of requests that all tabs share. */
  name: string;
  limit: RequestLimit;
  slowed: Slowed;
}

interface GatedRequest {
  /** What makes two reads the same; undefined for what changes something. */
  key: string | undefined;
  priority: () => RequestPriority;
  /** Calls what changes something off while it waits for its turn; `signal` calls off a read, also under way. */
  turn: AbortSignal | undefined;
  signal: AbortSignal | undefined;
  send: (signal: AbortSignal | undefined) => Promise<unknown>;
}

/**
 * The one way to a workspace that limits the rate: the most urgent request first, no more than it takes in a window
 * (counted over all tabs), no read twice at a time. A read that is refused all the same is made again when the
 * service says, or ever more slowly where it does not; whoever writes is told, for they have a patience of their own.
 */
export class RequestGate {
  private readonly rate: RequestRate;
  private readonly reads = new SharedReads();
  private readonly waiting = new Set<Waiting>();
  private active = 0;
  /** Refusals in a row: until one gets through, requests go one at a time. */
  private refusals = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: GateOptions) {
    this.rate = new RequestRate(options.limit, storedRate(options.name));
  }

  /** The body of the answer. Rejects as the request does, and as aborted with its signal. */
  async request({ key, priority, turn, signal, send }: GatedRequest): Promise<unknown> {
    if (key !== undefined) {
      const read = (shared: AbortSignal, urgency: () => RequestPriority) =>
        this.read(() => send(shared), urgency, shared);
      return this.reads.ask({ key, priority, signal, send: read });
    }
    this.reads.forget();
    try {
      return await this.once(() => send(signal), priority, turn);
    } finally {
      this.reads.forget();
    }
  }

  private async read(
    send: () => Promise<unknown>,
    priority: () => RequestPriority,
    signal: AbortSignal,
  ): Promise<unknown> {
    for (;;) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the same read again
        return await this.once(send, priority, signal);
      } catch (thrown) {
        if (!isRefusedForRate(thrown)) throw thrown;
      }
    }
  }

  private async once(
    send: () => Promise<unknown>,
    priority: () => RequestPriority,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    await this.turn(priority, signal);
    try {
      const answer = await send();
      this.refusals = 0;
      return answer;
    } catch (thrown) {
      if (isRefusedForRate(thrown)) this.refused(thrown.retryAfterMs);
      throw thrown;
    } finally {
      this.active -= 1;
      this.pump();
    }
  }

  private refused(retryAfterMs: number | undefined): void {
    const now = Date.now();
    const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.refusals);
    this.refusals += 1;
    // Tabs that were refused together must not come back together.
    this.rate.refused(now + (retryAfterMs ?? whole * (0.5 + 0.5 * Math.random())), now);
  }

  private turn(priority: () => RequestPriority, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.delete(entry);
        this.pump();
        reject(new DOMException('The request was called off.', 'AbortError'));
      };
      const entry: Waiting = {
        priority,
        begin: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      this.waiting.add(entry);
      this.pump();
    });
  }

  private pump(): void {
    clearTimeout(this.timer);
    for (;;) {
      const urgency = mostUrgent([...this.waiting].map((entry) => entry.priority()));
      const next = [...this.waiting].find((entry) => entry.priority() === urgency);
      const now = Date.now();
      const due = next ? this.rate.next(now, SHARES[urgency]) : 0;
      if (!next || due > now) return this.rest(next && due, urgency, now);
      // Whoever is on the way makes room when the answer is there.
      if (this.active >= (this.refusals > 0 ? 1 : AT_ONCE[urgency])) return this.tell(undefined);
      this.waiting.delete(next);
      this.active += 1;
      this.rate.sent(now);
      next.begin();
    }
  }

  private rest(due: number | undefined, urgency: RequestPriority, now: number): void {
    if (due !== undefined) this.timer = setTimeout(() => this.pump(), due - now);
    const isFelt = due !== undefined && due - now > UNNOTICED_MS && isLookedFor(urgency);
    this.tell(isFelt ? due : undefined);
  }

  private tell(until: number | undefined): void {
    if (this.options.slowed.getState().until !== until) this.options.slowed.setState({ until });
  }
}

function isLookedFor(urgency: RequestPriority): boolean {
  return PRIORITIES.indexOf(urgency) < PRIORITIES.indexOf('background');
}

/** Refused for its number alone; a quota that is used up is no matter of seconds. */
function isRefusedForRate(thrown: unknown): thrown is ApiError {
  return thrown instanceof ApiError && thrown.kind === 'rate-limited' && !thrown.isQuota;
}
