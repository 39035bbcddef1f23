import { ApiError } from '~/api/api-error';
import type { ApiClient } from '~/api/client';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Batch, BatchFailure, BatchHold, FailureReason } from './batch';
import { type Change, sizeOf, without } from './change';
import { backoff, type Clock } from './clock';
import type { Pace } from './pace';

/** Thrown inside a task when the person cancelled; what is done stays done. */
export class Cancelled extends Error {}

/** Tries of one request whose answers stay unclear before the rest of the batch is given up (and can be retried). */
const TRIES = 6;

export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiError };

export interface TaskPorts {
  client: ApiClient;
  clock: Clock;
  pace: Pace;
  resolve(id: CollectionId): CollectionId;
  saveAlias(from: CollectionId, to: CollectionId): Promise<void>;
  /** Writes the batch down and shows it; a confirmed change is folded into the caches in the same notification. */
  commit(batch: Batch, confirmed?: { change: Change; record: Collection | undefined }): Promise<void>;
}

/** One batch while it runs: sends its requests in turn and keeps its record true after every answer. */
export class BatchTask {
  private readonly stop = new AbortController();
  private isPaused = false;
  private wake = () => {};

  constructor(
    public batch: Batch,
    readonly ports: TaskPorts,
  ) {}

  get client(): ApiClient {
    return this.ports.client;
  }

  get now(): number {
    return this.ports.clock.now();
  }

  resolve(id: CollectionId): CollectionId {
    return this.ports.resolve(id);
  }

  cancel(): void {
    this.stop.abort();
    this.wake();
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    this.wake();
  }

  /** Sends one request when it is this batch's turn. A rate limit is waited out here; other refusals are the answer. */
  async send<T>(request: () => Promise<T>): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      // Requests of one batch go one after the other, in order.
      // oxlint-disable-next-line no-await-in-loop
      await this.turn();
      try {
        // oxlint-disable-next-line no-await-in-loop
        const value = await request();
        this.ports.pace.answered();
        return { ok: true, value };
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        if (thrown.kind !== 'rate-limited') return { ok: false, error: thrown };
        this.ports.pace.limit(this.now + (thrown.retryAfterMs ?? backoff(tries, this.ports.clock)));
      }
    }
  }

  /** As `send`, asking again while the answer stays unclear: only for what may safely happen twice. */
  async sendUntilClear<T>(request: () => Promise<T>): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.send(request);
      // oxlint-disable-next-line no-await-in-loop
      if (answer.ok || !answer.error.unclear || !(await this.waitAfterLoss(tries))) return answer;
    }
  }

  /** Waits before the next try after a lost answer; false when there have been enough tries. */
  async waitAfterLoss(tries: number): Promise<boolean> {
    if (tries >= TRIES) return false;
    const until = this.now + backoff(tries, this.ports.clock);
    await this.hold({ kind: 'no-answer', until });
    return true;
  }

  /** A change that the server has confirmed, with the collection's record where it answered one. */
  async confirm(change: Change, record?: Collection): Promise<void> {
    const { batch } = this;
    this.batch = {
      ...batch,
      pending: this.settle(change),
      done: [...batch.done, change],
      progress: this.settled(sizeOf(change)),
    };
    await this.ports.commit(this.batch, { change, record });
  }

  /** Items that nothing is done with: they are so already, or an earlier step of the batch failed for them. */
  async skip(change: Change, why: 'already' | 'failed-before'): Promise<void> {
    const { batch } = this;
    const size = sizeOf(change);
    this.batch = {
      ...batch,
      pending: this.settle(change),
      already: batch.already + (why === 'already' ? size : 0),
      progress: this.settled(size),
    };
    await this.ports.commit(this.batch);
  }

  /** A part that will not be done. Leaving `pending` is all it takes: what the caches hold is the truth. */
  async fail(change: Change, reason: FailureReason, message: string): Promise<void> {
    const { batch } = this;
    const failure: BatchFailure = { change, reason, message };
    this.batch = {
      ...batch,
      pending: this.settle(change),
      failures: [...batch.failures, failure],
      progress: this.settled(sizeOf(change)),
    };
    await this.ports.commit(this.batch);
  }

  /** Replaces what is pending, as when the members of a collection have been read. */
  async rewrite(patch: Partial<Pick<Batch, 'pending' | 'progress'>>): Promise<void> {
    this.batch = { ...this.batch, ...patch };
    await this.ports.commit(this.batch);
  }

  private async turn(): Promise<void> {
    for (;;) {
      if (this.stop.signal.aborted) throw new Cancelled();
      if (this.isPaused) {
        const resumed = new Promise<void>((resolve) => (this.wake = resolve));
        // oxlint-disable-next-line no-await-in-loop
        await this.show({ state: 'paused', hold: undefined });
        // oxlint-disable-next-line no-await-in-loop
        await resumed;
        continue;
      }
      const until = this.ports.pace.next();
      if (until <= this.now) break;
      // oxlint-disable-next-line no-await-in-loop
      await this.hold({ kind: 'rate-limit', until });
    }
    if (this.batch.state !== 'running' || this.batch.hold)
      await this.show({ state: 'running', hold: undefined });
  }

  private async hold(hold: BatchHold & { until: number }): Promise<void> {
    await this.show({ hold });
    await this.ports.clock.sleep(hold.until - this.now, this.stop.signal);
    if (this.stop.signal.aborted) throw new Cancelled();
  }

  private async show(patch: Partial<Pick<Batch, 'state' | 'hold'>>): Promise<void> {
    this.batch = { ...this.batch, ...patch };
    await this.ports.commit(this.batch);
  }

  /** The first pending change is the one at work; the items named leave it. */
  private settle(change: Change): readonly Change[] {
    const [first, ...rest] = this.batch.pending;
    if (!first) return [];
    const left = hasItems(change) ? without(first, idsOf(change)) : undefined;
    return left ? [left, ...rest] : rest;
  }

  private settled(count: number): Batch['progress'] {
    const { settled, total } = this.batch.progress;
    return { settled: Math.min(total, settled + count), total };
  }
}

function hasItems(change: Change): boolean {
  return change.kind !== 'delete-collection' && 'assets' in change;
}

function idsOf(change: Change): ReadonlySet<string> {
  if (!hasItems(change) || !('assets' in change)) return new Set();
  const models = 'models' in change ? change.models : [];
  return new Set([...change.assets, ...models].map(({ id }) => id));
}
