import { mostUrgent, type RequestPriority } from './request-priority';

interface SharedRead {
  answer: Promise<unknown>;
  callers: Set<() => RequestPriority>;
  stop: AbortController;
}

interface ReadOptions {
  /** What makes two reads the same. */
  key: string;
  priority: () => RequestPriority;
  signal: AbortSignal | undefined;
  /** Sends it; `priority` is that of whoever needs it most urgently by now. */
  send: (signal: AbortSignal, priority: () => RequestPriority) => Promise<unknown>;
}

/** The same read asked twice at a time is one request; it is called off when nobody waits for it any more. */
export class SharedReads {
  private readonly running = new Map<string, SharedRead>();

  /** The answer, also where another caller has asked for it already. Rejects as aborted with the caller's signal. */
  ask({ key, priority, signal, send }: ReadOptions): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(aborted());
    const read = this.running.get(key) ?? this.begin(key, send);
    // One of its own, so that the same function twice counts as two callers.
    const caller = () => priority();
    read.callers.add(caller);
    return new Promise((resolve, reject) => {
      const leave = () => {
        read.callers.delete(caller);
        if (read.callers.size === 0) {
          if (this.running.get(key) === read) this.running.delete(key);
          read.stop.abort();
        }
        reject(aborted());
      };
      signal?.addEventListener('abort', leave, { once: true });
      read.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  /** Something is written: a read that begins from now on is another one than those on their way. */
  forget(): void {
    this.running.clear();
  }

  private begin(key: string, send: ReadOptions['send']): SharedRead {
    const stop = new AbortController();
    const callers = new Set<() => RequestPriority>();
    const priority = () => mostUrgent([...callers].map((caller) => caller()));
    // After whoever asked has been counted among the callers.
    const answer = Promise.resolve().then(() => send(stop.signal, priority));
    const read = { answer, callers, stop };
    this.running.set(key, read);
    const end = () => {
      if (this.running.get(key) === read) this.running.delete(key);
    };
    answer.then(end, end);
    return read;
  }
}

function aborted(): DOMException {
  return new DOMException('The request was called off.', 'AbortError');
}
