import type { ApiError } from '~/api/api-error';
import { getCollection } from '~/api/collections';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { FailureReason } from './batch';
import type { Answer, BatchTask } from './batch-task';
import { itemIdsOf, type MembershipChange } from './change';
import { knownMembers } from './known-members';
import {
  type Chunk,
  chunksOf,
  type Item,
  partOf,
  readMemberships,
  sendMembership,
} from './membership-requests';
import { nextTask } from '~/ui/next-task';
import { halve } from './plan';

/**
 * Adds or removes the items of a change, 49 a request. A lost answer is read back before anything is sent again;
 * a refused chunk is halved down to the bad ids, behind the chunks that may be good.
 */
export async function runMembership(task: BatchTask, planned: MembershipChange): Promise<void> {
  const run = new MembershipRun(task, planned);
  await run.recover();
  await run.leaveOutKnown();
  if (planned.onlyIfIn) await run.keepUnlessIn(planned.onlyIfIn);
  await run.sendAll();
}

/** Milliseconds by which the clock of the service may differ from ours. */
const CLOCKS_MS = 2000;

class MembershipRun {
  private readonly id: CollectionId;
  private queue: Chunk[];
  private tries = 0;

  constructor(
    private readonly task: BatchTask,
    private readonly change: MembershipChange,
  ) {
    this.id = task.resolve(change.collectionId);
    this.queue = chunksOf(change);
  }

  /** What was sent before a crash, or before a batch gave up that this one retries, is read back first. */
  async recover(): Promise<void> {
    const [sent, rest] = this.split(({ id }) => this.task.unclear.has(id));
    this.queue = chunksOf(sent);
    const unread: Chunk[] = [];
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const chunk = next;
      // oxlint-disable-next-line no-await-in-loop
      const seen = await this.task.sendUntilClear(() => readMemberships(this.task.client, chunk));
      if (!seen.ok) {
        this.queue.push(...unread);
        return this.giveUp(chunk, seen.error, rest);
      }
      // oxlint-disable-next-line no-await-in-loop
      const items = await this.settleHappened(chunk, seen.value);
      if (items.length > 0) unread.push({ ...chunk, items });
    }
    const left = joined(unread);
    this.queue = chunksOf({
      assets: [...left.assets, ...rest.assets],
      models: [...left.models, ...rest.models],
    });
  }

  /** What another batch has done since this one was planned needs nothing. */
  async leaveOutKnown(): Promise<void> {
    const { task, change } = this;
    const known = knownMembers(task.ports.batches(), task.batch, this.id, (id) => task.resolve(id));
    const wanted = change.kind === 'add';
    const [already, rest] = this.split(({ id }) => known.get(id) === wanted);
    if (itemIdsOf(already).length === 0) return;
    await task.skip(already, 'already');
    this.queue = chunksOf(rest);
  }

  async sendAll(): Promise<void> {
    let sending = this.sendNext();
    this.announceNext();
    while (sending) {
      const { chunk } = sending;
      // One after the other: the order of requests on one collection is part of the promise.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await sending.answer;
      if (answer.ok) {
        this.tries = 0;
        // The next one leaves before this one is shown and written down: that takes as long as a quick answer.
        sending = this.sendNext();
        // oxlint-disable-next-line no-await-in-loop
        if (sending) await nextTask();
        const confirmed = this.task.confirm(partOf(this.change, chunk), answer.value);
        // In the same moment, so that they are written down together.
        this.announceNext();
        // oxlint-disable-next-line no-await-in-loop
        await confirmed;
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      await this.takeRefusal(chunk, answer.error);
      sending = this.sendNext();
      this.announceNext();
    }
  }

  private sendNext(): { chunk: Chunk; answer: Promise<Answer<Collection>> } | undefined {
    const chunk = this.queue.shift();
    if (!chunk) return undefined;
    const { task, change } = this;
    const answer = task.sendChange(idsIn(chunk), () =>
      sendMembership(task.client, change.kind, this.id, chunk),
    );
    // Who cancels meanwhile is told where the answer is waited for.
    answer.catch(() => undefined);
    return { chunk, answer };
  }

  private announceNext(): void {
    const [next] = this.queue;
    if (next) this.task.announce(idsIn(next));
  }

  private async takeRefusal(chunk: Chunk, error: ApiError): Promise<void> {
    if (error.unclear) await this.readBack(chunk, error);
    else if (error.kind === 'unauthorized') await this.giveUp(chunk, error);
    else await this.judge(chunk, error);
  }

  /** Second half of a move: an item that is not known to be in the target stays where it is. */
  async keepUnlessIn(target: CollectionId): Promise<void> {
    const { task, change } = this;
    const targetId = task.resolve(target);
    const confirmed = new Set<string>();
    for (const done of task.batch.done) {
      if (done.kind !== 'add' || task.resolve(done.collectionId) !== targetId) continue;
      for (const id of itemIdsOf(done)) confirmed.add(id);
    }
    const refused = new Set(task.batch.failures.flatMap((failure) => itemIdsOf(failure.change)));
    const chunks = this.queue.splice(0);
    for (const chunk of chunks) {
      const { of, items } = chunk;
      const stay = items.filter(({ id }) => refused.has(id));
      // oxlint-disable-next-line no-await-in-loop
      if (stay.length > 0) await task.skip(partOf(change, { of, items: stay }), 'failed-before');
      const unknown = items.filter(({ id }) => !confirmed.has(id) && !refused.has(id));
      const leaving = items.filter(({ id }) => confirmed.has(id) && !refused.has(id));
      if (unknown.length > 0) {
        // oxlint-disable-next-line no-await-in-loop
        const seen = await task.sendUntilClear(() => readMemberships(task.client, { of, items: unknown }));
        const isIn = (item: Item) => seen.ok && seen.value.get(item.id)?.includes(targetId) === true;
        leaving.push(...unknown.filter(isIn));
        const lost = unknown.filter((item) => !isIn(item));
        const message = seen.ok ? 'Not in the target, so it stays where it is.' : seen.error.message;
        if (lost.length > 0)
          // oxlint-disable-next-line no-await-in-loop
          await task.fail(partOf(change, { of, items: lost }), seen.ok ? 'gone' : seen.error.kind, message);
      }
      if (leaving.length > 0) this.queue.push({ of, items: leaving });
    }
  }

  /** After a lost answer: what is so by now was our doing, for members were left out of the plan. */
  private async readBack(chunk: Chunk, lost: ApiError): Promise<void> {
    this.tries += 1;
    if (!(await this.task.waitAfterLoss(this.tries, lost))) return this.giveUp(chunk, lost);
    const seen = await this.task.send(() => readMemberships(this.task.client, chunk));
    if (!seen.ok) {
      if (seen.error.unclear) return this.readBack(chunk, seen.error);
      return this.giveUp(chunk, seen.error);
    }
    const items = await this.settleHappened(chunk, seen.value);
    if (items.length > 0) this.queue.unshift({ ...chunk, items });
  }

  /** Confirms what has happened of a chunk whose answer was lost; gives what has not. */
  private async settleHappened(
    chunk: Chunk,
    seen: ReadonlyMap<string, readonly CollectionId[]>,
  ): Promise<readonly Item[]> {
    const happened = chunk.items.filter((item) => this.isDone(seen.get(item.id)));
    if (happened.length === 0) return chunk.items;
    const record = await this.task.send(() => getCollection(this.task.client, this.id));
    await this.task.confirm(
      partOf(this.change, { ...chunk, items: happened }),
      record.ok ? record.value : undefined,
    );
    return chunk.items.filter((item) => !happened.includes(item));
  }

  /** After a refusal: items that are so already need nothing, unknown ones are named, the rest is tried in halves. */
  private async judge(chunk: Chunk, refusal: ApiError): Promise<void> {
    const { of, items } = chunk;
    const { sentAt } = this.task;
    let rest = items;
    if (!chunk.judged) {
      const seen = await this.task.sendUntilClear(() => readMemberships(this.task.client, chunk));
      if (seen.ok) rest = await this.sortOut(chunk, seen.value, refusal, sentAt);
      if (refusal.kind === 'not-found' && (await this.isCollectionGone())) {
        return this.giveUp({ of, items: rest }, { kind: 'collection-gone', message: refusal.message });
      }
    }
    if (rest.length === 0) return;
    this.task.refused(rest.map(({ id }) => id));
    if (rest.length < items.length) this.queue.push({ of, items: rest });
    else if (rest.length === 1)
      await this.task.fail(partOf(this.change, { of, items: rest }), refusal.kind, refusal.message);
    else this.queue.push(...halve(rest).map((half) => ({ of, items: half, judged: true })));
  }

  private async sortOut(
    chunk: Chunk,
    seen: ReadonlyMap<string, readonly CollectionId[]>,
    refusal: ApiError,
    sentAt: number,
  ): Promise<readonly Item[]> {
    const part = (items: readonly Item[]) => partOf(this.change, { ...chunk, items });
    const already = chunk.items.filter((item) => this.isDone(seen.get(item.id)));
    // An earlier try whose answer was lost may have come through late: then it was this batch all the same.
    const isOwn = already.length === chunk.items.length && (await this.wasChangedSince(sentAt));
    const late = already.filter(({ id }) => isOwn || this.task.unclear.has(id));
    const others = already.filter((item) => !late.includes(item));
    if (late.length > 0) await this.task.confirm(part(late));
    if (others.length > 0) await this.task.skip(part(others), 'already');
    // Another team's items may be absent for that reason alone: there the refusal itself says more.
    const gone = refusal.kind === 'forbidden' ? [] : chunk.items.filter(({ id }) => !seen.has(id));
    if (gone.length > 0) await this.task.fail(part(gone), 'gone', 'No longer in the library.');
    return chunk.items.filter((item) => !already.includes(item) && !gone.includes(item));
  }

  /**
   * Whether the collection was changed while the last request was on its way: what refused it was then itself, sent
   * twice by the browser. By the clocks of both sides: where they differ, it counts as somebody else's doing.
   */
  private async wasChangedSince(sentAt: number): Promise<boolean> {
    const record = await this.task.sendUntilClear(() => getCollection(this.task.client, this.id));
    const changedAt = record.ok ? Date.parse(record.value.updatedAt) : Number.NaN;
    return changedAt >= sentAt - CLOCKS_MS && changedAt <= this.task.now + CLOCKS_MS;
  }

  private async isCollectionGone(): Promise<boolean> {
    const answer: Answer<Collection> = await this.task.sendUntilClear(() =>
      getCollection(this.task.client, this.id),
    );
    return !answer.ok && answer.error.kind === 'not-found';
  }

  /** The rest cannot be done now; it stays in the batch as failed, to be retried. */
  private async giveUp(
    chunk: Chunk,
    { kind, message }: { kind: FailureReason; message: string },
    besides: MembershipChange = partOf(this.change, { of: 'assets', items: [] }),
  ): Promise<void> {
    this.task.retract();
    const { assets, models } = joined([chunk, ...this.queue.splice(0)]);
    const part = {
      ...this.change,
      assets: [...assets, ...besides.assets],
      models: [...models, ...besides.models],
    };
    if (itemIdsOf(part).length > 0) await this.task.fail(part, kind, message);
  }

  private isDone(collectionIds: readonly CollectionId[] | undefined): boolean {
    if (collectionIds === undefined) return false;
    return collectionIds.includes(this.id) === (this.change.kind === 'add');
  }

  private split(test: (item: Item) => boolean): [MembershipChange, MembershipChange] {
    const { assets, models } = joined(this.queue);
    const part = (keep: (item: Item) => boolean) => ({
      ...this.change,
      assets: assets.filter(keep),
      models: models.filter(keep),
    });
    return [part(test), part((item) => !test(item))];
  }
}

const idsOfChunks = new WeakMap<Chunk, readonly string[]>();

/** The ids of a chunk: the same list each time. */
function idsIn(chunk: Chunk): readonly string[] {
  let ids = idsOfChunks.get(chunk);
  if (!ids) idsOfChunks.set(chunk, (ids = chunk.items.map(({ id }) => id)));
  return ids;
}

function joined(chunks: readonly Chunk[]): Pick<MembershipChange, 'assets' | 'models'> {
  const of = (kind: Chunk['of']) => chunks.filter((part) => part.of === kind).flatMap(({ items }) => items);
  return {
    assets: of('assets') as MembershipChange['assets'],
    models: of('models') as MembershipChange['models'],
  };
}
