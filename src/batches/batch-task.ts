import { ApiError } from '~/api/api-error';
import type { ApiClient } from '~/api/client';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { WorkspaceKey } from '~/workspaces/workspace-key';
import { type Batch, type BatchHold, type FailureReason, isToStop } from './batch';
import type { BatchEvent } from './batch-event';
import { type Change, type DeleteCollectionChange, hasItems, itemIdsOf } from './change';
import { backoff, type Clock } from './clock';
import type { Connection } from './connection';
import type { Pace } from './pace';

/** Thrown inside a task when the person cancelled; what is done stays done. */
export class Cancelled extends Error {}

/** Tries of one request whose answers stay unclear before the rest of the batch is given up (and can be retried). */
const TRIES = 6;
/** A workspace that cannot be reached at all comes back more often than one that answers nonsense. */
const TRIES_TO_REACH = 12;

export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiError };

/** An event but for its time. */
type Happening = BatchEvent extends infer E ? (E extends BatchEvent ? Omit<E, 'at'> : never) : never;

export interface TaskPorts {
  client: ApiClient;
  clock: Clock;
  pace: Pace;
  connection: Connection;
  /** Where the workspace asks for a key: whether it is there. */
  key?: Pick<WorkspaceKey, 'state' | 'untilReady'> | undefined;
  resolve(id: CollectionId): CollectionId;
  /** The batch as it is by now. */
  batch(batchId: string): Batch;
  /** All batches of the workspace, also settled ones. */
  batches(): readonly Batch[];
  /** False once this tab has left: another one goes on. */
  isOpen(): boolean;
  /** Ids of collections that batches of this browser have made. */
  made(): ReadonlySet<CollectionId>;
  /**
   * Shows an event at once and writes it down; resolves when that is certain. A confirmed change is folded into the
   * caches, with the record the server answered, in the same notification.
   */
  happened(batchId: string, event: BatchEvent, record?: Collection): Promise<void>;
}

/** One batch while it runs: sends its requests in turn and keeps its record true after every answer. */
export class BatchTask {
  /** Ids whose last answer was lost, here or before a crash: where they turn out to be done, it was this batch. */
  readonly unclear: Set<string>;
  /** When the last request was sent, in milliseconds since 1970. */
  sentAt = 0;
  private readonly stop = new AbortController();
  private wake = () => {};
  /** What is being written down; the next request waits for it. */
  private written: Promise<void> = Promise.resolve();
  /** Ids of requests to come, and what has to be written down before them. */
  private readonly announced = new Map<readonly string[], Promise<void>>();

  constructor(
    private readonly batchId: string,
    readonly ports: TaskPorts,
  ) {
    this.unclear = new Set(this.batch.sent);
  }

  get batch(): Batch {
    return this.ports.batch(this.batchId);
  }

  get client(): ApiClient {
    return this.ports.client;
  }

  get now(): number {
    return this.ports.clock.now();
  }

  resolve(id: CollectionId): CollectionId {
    return this.ports.resolve(id);
  }

  /** Looks at what the person wishes by now. */
  wished(): void {
    if (isToStop(this.batch)) this.stop.abort();
    this.wake();
  }

  /** Sends one request when it is this batch's turn. A rate limit is waited out here; other refusals are the answer. */
  async send<T>(request: () => Promise<T>): Promise<Answer<T>> {
    return this.sendChange([], request);
  }

  /**
   * As `send`, for a request that changes something. What it names is written down first: whoever finds it after a
   * crash looks before sending it again.
   */
  async sendChange<T>(ids: readonly string[], request: () => Promise<T>): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      // Requests of one batch go one after the other, in order.
      // oxlint-disable-next-line no-await-in-loop
      await this.turn();
      const { sent } = this.batch;
      if (!ids.every((id) => sent.includes(id))) this.note({ type: 'sending', ids });
      // oxlint-disable-next-line no-await-in-loop
      await (this.announced.get(ids) ?? this.written);
      this.announced.delete(ids);
      this.sentAt = this.now;
      try {
        // oxlint-disable-next-line no-await-in-loop
        const value = await request();
        return { ok: true, value };
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        // A quota that is used up is no matter of seconds: that is a refusal.
        if (thrown.kind === 'rate-limited' && !thrown.isQuota) {
          const wait = thrown.retryAfterMs ?? backoff(tries, this.ports.clock);
          this.ports.pace.limit(this.now + wait, this.now);
          continue;
        }
        if (thrown.unclear) for (const id of ids) this.unclear.add(id);
        // A browser sends a request again by itself where a connection it had kept was dropped. What refuses the second
        // may be that the first one came through: until that is looked at, it counts as on its way.
        else if (thrown.kind !== 'invalid' || !isMembership(this.batch.pending[0])) this.refused(ids);
        // Refused or taken away: with the next key it is sent again.
        if (this.isWithoutKey() && (thrown.kind === 'needs-key' || thrown.kind === 'unauthorized')) continue;
        return { ok: false, error: thrown };
      }
    }
  }

  /**
   * Writes down what the next request names while the one before it is on its way. It then waits for nothing that is
   * written later: after a crash both are looked at. `ids` is the very list that is sent.
   */
  announce(ids: readonly string[]): void {
    if (this.announced.has(ids)) return;
    this.note({ type: 'sending', ids });
    this.announced.set(ids, this.written);
  }

  /** What was announced is not sent after all: nothing has to be looked at for it. */
  retract(): void {
    for (const ids of this.announced.keys()) this.refused(ids);
    this.announced.clear();
  }

  /**
   * Asks until the answer is clear, whatever the person wishes: also what is cancelled must know what has happened.
   * Gives up after as many tries as any request gets.
   */
  async look<T>(request: () => Promise<T>): Promise<Answer<T>> {
    const { clock, pace } = this.ports;
    const { signal } = new AbortController();
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await clock.sleep(Math.max(0, pace.next(this.now) - this.now), signal);
      try {
        // oxlint-disable-next-line no-await-in-loop
        return { ok: true, value: await request() };
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) throw thrown;
        const limited = thrown.kind === 'rate-limited' && !thrown.isQuota;
        if (limited) pace.limit(this.now + (thrown.retryAfterMs ?? backoff(tries, clock)), this.now);
        if (tries >= TRIES || !(thrown.unclear || limited)) return { ok: false, error: thrown };
        // oxlint-disable-next-line no-await-in-loop
        await clock.sleep(backoff(tries, clock), signal);
      }
    }
  }

  /** As `sendChange`, asking again while the answer stays unclear: only for what may safely happen twice. */
  async sendUntilClear<T>(request: () => Promise<T>, ids: readonly string[] = []): Promise<Answer<T>> {
    for (let tries = 1; ; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.sendChange(ids, request);
      // oxlint-disable-next-line no-await-in-loop
      if (answer.ok || !answer.error.unclear || !(await this.waitAfterLoss(tries, answer.error)))
        return answer;
    }
  }

  /** Waits before the next try after a lost answer; false when there have been enough tries. */
  async waitAfterLoss(tries: number, { kind }: ApiError): Promise<boolean> {
    if (tries >= (kind === 'unreachable' ? TRIES_TO_REACH : TRIES)) return false;
    await this.hold({ kind: 'no-answer', until: this.now + backoff(tries, this.ports.clock) });
    return true;
  }

  /** A change that the server has confirmed, with the collection's record where it answered one. */
  async confirm(change: Change, record?: Collection): Promise<void> {
    this.note(
      {
        type: 'done',
        ids: namedBy(change),
        ...(change.kind === 'create' && record && { made: record }),
      },
      record,
    );
  }

  /** Items that nothing is done with: they are so already, or an earlier step of the batch failed for them. */
  async skip(change: Change, why: 'already' | 'failed-before'): Promise<void> {
    this.note({ type: 'left-out', ids: namedBy(change), already: why === 'already' });
  }

  /** A part that will not be done. Leaving `pending` is all it takes: what the caches hold is the truth. */
  async fail(change: Change, reason: FailureReason, message: string): Promise<void> {
    this.note({ type: 'failed', ids: namedBy(change), reason, message });
  }

  /** The members of the collection to be deleted have been read. */
  async keepMembers(change: DeleteCollectionChange): Promise<void> {
    this.note({ type: 'members', change });
  }

  showProgress(progress: Batch['progress']): void {
    this.note({ type: 'progress', progress });
  }

  /** Resolves when everything so far is written down. */
  async settleWrites(): Promise<void> {
    await this.written;
  }

  /** A clear answer: nothing of what was sent happened. */
  refused(ids: readonly string[]): void {
    const clear = ids.filter((id) => !this.unclear.has(id));
    if (clear.length > 0) this.note({ type: 'refused', ids: clear });
  }

  private note(happening: Happening, record?: Collection): void {
    const event: BatchEvent = { ...happening, at: this.now };
    // Both may fail together; whoever waits for the later one is told.
    this.written = allOf(this.written, this.ports.happened(this.batchId, event, record));
    this.written.catch(() => undefined);
  }

  private async turn(): Promise<void> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      if (!this.ports.isOpen()) await new Promise<never>(() => {});
      if (this.stop.signal.aborted || isToStop(this.batch)) throw new Cancelled();
      // oxlint-disable-next-line no-await-in-loop
      if (await this.waits()) continue;
      break;
    }
    if (this.batch.state !== 'running') this.note({ type: 'state', state: 'running' });
    else if (this.batch.hold) this.note({ type: 'held', hold: undefined });
  }

  /** True after having waited for something; then everything is looked at again. */
  private async waits(): Promise<boolean> {
    const { pace, connection, key } = this.ports;
    if (this.batch.wish === 'pause') {
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      this.note({ type: 'state', state: 'paused' });
      await woken;
      return true;
    }
    if (!connection.isOnline()) {
      this.note({ type: 'held', hold: { kind: 'offline' } });
      await connection.untilOnline(this.stop.signal);
      return true;
    }
    if (key && this.isWithoutKey()) {
      this.note({ type: 'held', hold: { kind: 'key' } });
      await key.untilReady(this.stop.signal);
      return true;
    }
    const until = pace.next(this.now);
    if (until <= this.now) return false;
    await this.hold({ kind: 'rate-limit', until });
    return true;
  }

  private isWithoutKey(): boolean {
    const { key } = this.ports;
    return key !== undefined && key.state() !== 'ready';
  }

  private async hold(hold: BatchHold & { until: number }): Promise<void> {
    this.note({ type: 'held', hold });
    await this.ports.clock.sleep(hold.until - this.now, this.stop.signal);
    if (this.stop.signal.aborted) throw new Cancelled();
  }
}

const isMembership = (change?: Change) => change?.kind === 'add' || change?.kind === 'remove';

function namedBy(change: Change): readonly string[] {
  return hasItems(change) ? itemIdsOf(change) : [];
}

async function allOf(...promises: readonly Promise<void>[]): Promise<void> {
  await Promise.all(promises);
}
