import type { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { getAssetsInBulk } from '~/api/assets';
import { changeCollectionAssets, changeCollectionModels, getCollection } from '~/api/collections';
import type { ModelSummary } from '~/api/model-summary';
import { getModelsInBulk } from '~/api/models';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Answer, BatchTask } from './batch-task';
import type { MembershipChange } from './change';
import { cut, halve } from './plan';

type Item = AssetSummary | ModelSummary;
/** At most 49 items of one kind. `judged`: a refusal has been looked into, only halving is left. */
interface Chunk {
  of: 'assets' | 'models';
  items: readonly Item[];
  judged?: boolean;
}

/**
 * Adds or removes the items of a change, 49 a request. A lost answer is read back before anything is sent again;
 * a refused chunk is halved down to the bad ids, behind the chunks that may be good.
 */
export async function runMembership(task: BatchTask, planned: MembershipChange): Promise<void> {
  const run = new MembershipRun(task, planned);
  if (planned.onlyIfIn) await run.keepUnlessIn(planned.onlyIfIn);
  await run.sendAll();
}

class MembershipRun {
  private readonly id: CollectionId;
  private readonly queue: Chunk[];
  private tries = 0;

  constructor(
    private readonly task: BatchTask,
    private readonly change: MembershipChange,
  ) {
    this.id = task.resolve(change.collectionId);
    this.queue = chunksOf(change.assets, change.models);
  }

  async sendAll(): Promise<void> {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const chunk = next;
      const { of, items } = chunk;
      // One after the other: the order of requests on one collection is part of the promise.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await this.task.send(() => this.request(chunk));
      if (answer.ok) {
        this.tries = 0;
        // oxlint-disable-next-line no-await-in-loop
        await this.task.confirm(this.part(of, items), answer.value);
        // oxlint-disable-next-line no-await-in-loop
      } else if (answer.error.unclear) await this.readBack(chunk, answer.error);
      else if (answer.error.kind === 'unauthorized')
        // oxlint-disable-next-line no-await-in-loop
        await this.giveUp(chunk, answer.error);
      // oxlint-disable-next-line no-await-in-loop
      else await this.judge(chunk, answer.error);
    }
  }

  /** Second half of a move: an item that is not known to be in the target stays where it is. */
  async keepUnlessIn(target: CollectionId): Promise<void> {
    const targetId = this.task.resolve(target);
    const confirmed = new Set<string>();
    for (const done of this.task.batch.done) {
      if (done.kind !== 'add' || this.task.resolve(done.collectionId) !== targetId) continue;
      for (const { id } of [...done.assets, ...done.models]) confirmed.add(id);
    }
    const refused = new Set<string>(
      this.task.batch.failures
        .flatMap(({ change }) =>
          'assets' in change ? [...change.assets, ...('models' in change ? change.models : [])] : [],
        )
        .map(({ id }) => id),
    );
    const chunks = this.queue.splice(0);
    for (const { of, items } of chunks) {
      const stay = items.filter(({ id }) => refused.has(id));
      // oxlint-disable-next-line no-await-in-loop
      if (stay.length > 0) await this.task.skip(this.part(of, stay), 'failed-before');
      const unknown = items.filter(({ id }) => !confirmed.has(id) && !refused.has(id));
      const leaving = items.filter(({ id }) => confirmed.has(id));
      if (unknown.length > 0) {
        // oxlint-disable-next-line no-await-in-loop
        const seen = await this.task.sendUntilClear(() => this.read(of, unknown));
        const isIn = (item: Item) => seen.ok && seen.value.get(item.id)?.includes(targetId) === true;
        leaving.push(...unknown.filter(isIn));
        const lost = unknown.filter((item) => !isIn(item));
        const message = seen.ok ? 'Not in the target, so it stays where it is.' : seen.error.message;
        // oxlint-disable-next-line no-await-in-loop
        if (lost.length > 0)
          await this.task.fail(this.part(of, lost), seen.ok ? 'gone' : seen.error.kind, message);
      }
      if (leaving.length > 0) this.queue.push({ of, items: leaving });
    }
  }

  /** After a lost answer: what is so already was our doing, for members were left out of the plan. */
  private async readBack(chunk: Chunk, lost: ApiError): Promise<void> {
    this.tries += 1;
    if (!(await this.task.waitAfterLoss(this.tries))) return this.giveUp(chunk, lost);
    const seen = await this.task.send(() => this.read(chunk.of, chunk.items));
    if (!seen.ok) {
      if (seen.error.unclear) return this.readBack(chunk, lost);
      return this.giveUp(chunk, seen.error);
    }
    const happened = chunk.items.filter((item) => this.isDone(seen.value.get(item.id)));
    const missing = chunk.items.filter((item) => !happened.includes(item));
    if (happened.length > 0) {
      const record = await this.task.send(() => getCollection(this.task.client, this.id));
      await this.task.confirm(this.part(chunk.of, happened), record.ok ? record.value : undefined);
    }
    if (missing.length > 0) this.queue.unshift({ ...chunk, items: missing });
  }

  /** After a refusal: items that are so already need nothing, unknown ones are named, the rest is tried in halves. */
  private async judge(chunk: Chunk, refusal: ApiError): Promise<void> {
    const { of, items } = chunk;
    let rest = items;
    if (!chunk.judged) {
      const seen = await this.task.sendUntilClear(() => this.read(of, items));
      if (seen.ok) rest = await this.sortOut(chunk, seen.value, refusal);
      if (refusal.kind === 'not-found' && (await this.isCollectionGone())) {
        return this.giveUp({ of, items: rest }, refusal);
      }
    }
    if (rest.length === 0) return;
    if (rest.length < items.length) this.queue.push({ of, items: rest });
    else if (rest.length === 1) await this.task.fail(this.part(of, rest), refusal.kind, refusal.message);
    else this.queue.push(...halve(rest).map((half) => ({ of, items: half, judged: true })));
  }

  private async sortOut(
    { of, items }: Chunk,
    seen: ReadonlyMap<string, readonly CollectionId[]>,
    refusal: ApiError,
  ): Promise<readonly Item[]> {
    const already = items.filter((item) => this.isDone(seen.get(item.id)));
    if (already.length > 0) await this.task.skip(this.part(of, already), 'already');
    // Another team's items may be absent for that reason alone: there the refusal itself says more.
    const gone = refusal.kind === 'forbidden' ? [] : items.filter(({ id }) => !seen.has(id));
    if (gone.length > 0) await this.task.fail(this.part(of, gone), 'gone', 'No longer in the library.');
    return items.filter((item) => !already.includes(item) && !gone.includes(item));
  }

  private async isCollectionGone(): Promise<boolean> {
    const answer: Answer<Collection> = await this.task.sendUntilClear(() =>
      getCollection(this.task.client, this.id),
    );
    return !answer.ok && answer.error.kind === 'not-found';
  }

  /** The rest cannot be done now; it stays in the batch as failed, to be retried. */
  private async giveUp(chunk: Chunk, { kind, message }: ApiError): Promise<void> {
    const chunks = [chunk, ...this.queue.splice(0)].filter(({ items }) => items.length > 0);
    const items = (of: Chunk['of']) => chunks.filter((part) => part.of === of).flatMap((part) => part.items);
    const assets = items('assets') as AssetSummary[];
    const models = items('models') as ModelSummary[];
    if (assets.length + models.length === 0) return;
    await this.task.fail({ ...this.change, collectionId: this.id, assets, models }, kind, message);
  }

  private isDone(collectionIds: readonly CollectionId[] | undefined): boolean {
    if (collectionIds === undefined) return false;
    return collectionIds.includes(this.id) === (this.change.kind === 'add');
  }

  private async request({ of, items }: Chunk): Promise<Collection> {
    const { client } = this.task;
    if (of === 'assets')
      return changeCollectionAssets(client, this.change.kind, this.id, idsOf(items as AssetSummary[]));
    return changeCollectionModels(client, this.change.kind, this.id, idsOf(items as ModelSummary[]));
  }

  private async read(
    of: Chunk['of'],
    items: readonly Item[],
  ): Promise<ReadonlyMap<string, readonly CollectionId[]>> {
    const { client } = this.task;
    const records: readonly Item[] =
      of === 'assets'
        ? await getAssetsInBulk(client, idsOf(items as AssetSummary[]))
        : await getModelsInBulk(client, idsOf(items as ModelSummary[]));
    return new Map(records.map(({ id, collectionIds }) => [id, collectionIds]));
  }

  private part(of: Chunk['of'], items: readonly Item[]): MembershipChange {
    const assets = of === 'assets' ? (items as AssetSummary[]) : [];
    const models = of === 'models' ? (items as ModelSummary[]) : [];
    return { ...this.change, collectionId: this.id, assets, models };
  }
}

function chunksOf(assets: readonly AssetSummary[], models: readonly ModelSummary[]): Chunk[] {
  return [
    ...cut(assets, LIMITS.membersPerRequest).map((items) => ({ of: 'assets' as const, items })),
    ...cut(models, LIMITS.membersPerRequest).map((items) => ({ of: 'models' as const, items })),
  ];
}

function idsOf<T extends Item>(items: readonly T[]): T['id'][] {
  return items.map(({ id }) => id);
}
