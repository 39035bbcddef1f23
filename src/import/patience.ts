import { ApiError } from '~/api/api-error';
import type { ImportProblem } from './import-state';

/** Time as the import needs it, so that tests need none. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects with the signal's reason when that aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, ms);
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** Tries at a request that got no clear answer: with the pauses between them about half a minute. */
const TRIES = 5;
const LONGEST_PAUSE_MS = 60_000;

interface PatienceOptions {
  clock: Clock;
  signal: AbortSignal;
  /** The session stops sending until `open`. */
  onProblem: (problem: ImportProblem) => void;
  /** Any small request: does the workspace answer again? */
  probe: () => Promise<unknown>;
  /** A workspace that was out of reach answers again, and nobody has opened the gate meanwhile. */
  onBack: () => void;
  /** The session waits for the workspace's rate limit; undefined: it goes on. */
  onWaiting: (until: number | undefined) => void;
}

interface AskOptions {
  haltOn?: (error: ApiError) => ImportProblem | undefined;
  atOnce?: boolean;
}

export type Patience = ReturnType<typeof createPatience>;

/**
 * The one gate before every request of a session. What concerns all files alike (rate limit, dead network, refused
 * key, full disk) holds the gate and the request is made again afterwards; what concerns one file is thrown.
 */
export function createPatience({ clock, signal, onProblem, probe, onBack, onWaiting }: PatienceOptions) {
  const gate: { closed: Promise<void> | undefined; open: () => void; heldUntil: number } = {
    closed: undefined,
    open: () => {},
    heldUntil: 0,
  };
  let round = 0;

  const close = () => {
    if (gate.closed) return;
    gate.closed = new Promise((resolve, reject) => {
      gate.open = resolve;
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    // A gate that nobody waits at is no unhandled rejection when the session is cancelled.
    gate.closed.catch(() => {});
  };
  const stop = (problem: ImportProblem) => {
    // What a cancelled session had on its way may still be refused: that is nobody's problem any more.
    if (gate.closed || signal.aborted) return;
    close();
    onProblem(problem);
    // Cancelled, or a fault of our own: then a person resumes.
    if (problem.kind === 'unreachable') awaitAnswer(gate.closed).catch(() => {});
  };

  async function awaitAnswer(closed: Promise<void> | undefined): Promise<void> {
    for (let tries = 3; gate.closed === closed; tries += 1) {
      await clock.wait(pause(tries), signal);
      if (gate.closed === closed && (await answers())) {
        if (gate.closed === closed) onBack();
        return;
      }
    }
  }

  /** A refusal is an answer too: the requests that wait find out what it means for them. */
  async function answers(): Promise<boolean> {
    try {
      await probe();
      return true;
    } catch (thrown) {
      return thrown instanceof ApiError && thrown.kind !== 'unreachable';
    }
  }

  async function pass(): Promise<void> {
    signal.throwIfAborted();
    while (gate.closed || gate.heldUntil > clock.now()) {
      await gate.closed;
      const rest = gate.heldUntil - clock.now();
      if (rest > 0) await clock.wait(rest, signal);
    }
    if (gate.heldUntil !== 0) {
      gate.heldUntil = 0;
      onWaiting(undefined);
    }
  }

  /**
   * `haltOn` names refusals that would meet every further file too. `atOnce`: the first try does not wait at the
   * gate, because it only ends what is begun.
   */
  async function ask<T>(
    request: () => Promise<T>,
    { haltOn = () => undefined, atOnce = false }: AskOptions = {},
  ): Promise<T> {
    let waits = !atOnce;
    let unclear = 0;
    let limited = 0;
    for (;;) {
      if (waits) await pass();
      waits = true;
      const sentIn = round;
      try {
        return await request();
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        const problem = haltOn(thrown) ?? problemOf(thrown);
        if (problem) {
          // What was sent before somebody resumed says nothing of now: it is sent again.
          if (sentIn === round) stop(problem);
        } else if (thrown.kind === 'rate-limited') {
          limited += 1;
          gate.heldUntil = Math.max(
            gate.heldUntil,
            clock.now() + (thrown.retryAfterMs ?? pause(limited + 2)),
          );
          onWaiting(gate.heldUntil);
        } else if (!thrown.unclear) {
          throw thrown;
        } else if (unclear + 1 < TRIES) {
          unclear += 1;
          await clock.wait(pause(unclear), signal);
        } else if (thrown.kind === 'unreachable') {
          unclear = 0;
          stop({ kind: 'unreachable', message: thrown.message });
        } else {
          throw thrown;
        }
      }
    }
  }

  return {
    ask,
    close,
    stop,
    pass,
    /** How often it was opened. */
    get round() {
      return round;
    },
    open: () => {
      round += 1;
      gate.closed = undefined;
      gate.open();
    },
  };
}

/** 1, 2, 4, 8 … seconds. */
function pause(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** (tries - 1));
}

function problemOf(error: ApiError): ImportProblem | undefined {
  // 507 Insufficient Storage: the built-in library found no more room in the browser.
  if (error.status === 507) return { kind: 'disk-full', message: error.message };
  if (error.kind === 'unauthorized' || error.kind === 'needs-key' || error.isQuota)
    return { kind: 'refused', message: error.message };
  return undefined;
}
