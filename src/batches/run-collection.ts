import type { ApiError } from '~/api/api-error';
import { createCollection, getCollection, listCollections, updateCollection } from '~/api/collections';
import type { Collection } from '~/contract/collection';
import type { Answer, BatchTask } from './batch-task';
import type { CreateChange, RenameChange, ThumbnailChange } from './change';

/** Clocks of two machines may differ by this much (milliseconds). */
const CLOCK_SKEW = 120_000;

/** Makes a collection and remembers which id it got. False when it was not made: what follows needs it. */
export async function runCreate(task: BatchTask, change: CreateChange): Promise<boolean> {
  const since = task.now;
  let answer = await task.send(() => createCollection(task.client, change.collection.name));
  for (let tries = 1; !answer.ok && answer.error.unclear; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if (!(await task.waitAfterLoss(tries))) break;
    // oxlint-disable-next-line no-await-in-loop
    const found = await task.send(() => findCreated(task, change.collection.name, since));
    if (found.ok && found.value) answer = { ok: true, value: found.value };
    else if (found.ok)
      // oxlint-disable-next-line no-await-in-loop
      answer = await task.send(() => createCollection(task.client, change.collection.name));
  }
  if (!answer.ok) {
    await task.fail(change, answer.error.kind, answer.error.message);
    return false;
  }
  const record = answer.value;
  for (const old of new Set([change.collection.id, change.replaces])) {
    // oxlint-disable-next-line no-await-in-loop
    if (old !== undefined) await task.ports.saveAlias(old, record.id);
  }
  await task.confirm({ ...change, collection: record }, record);
  return true;
}

/** After a lost answer: an empty collection of that name which is new and not from another step of this batch. */
async function findCreated(task: BatchTask, name: string, since: number): Promise<Collection | undefined> {
  const own = new Set<string>(
    task.batch.done.flatMap((change) => (change.kind === 'create' ? [change.collection.id] : [])),
  );
  const used = new Set<string>();
  let token: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop
    const page = await listCollections(task.client, token, new AbortController().signal);
    const found = page.items.find(
      (collection) =>
        collection.name === name &&
        collection.itemCount === 0 &&
        !own.has(collection.id) &&
        Date.parse(collection.createdAt) >= since - CLOCK_SKEW,
    );
    if (found) return found;
    token = page.next !== undefined && !used.has(page.next) ? page.next : undefined;
    if (token !== undefined) used.add(token);
  } while (token !== undefined);
  return undefined;
}

/** Renames a collection. Saying it twice does no harm, so a lost answer is simply sent again. */
export async function runRename(task: BatchTask, change: RenameChange): Promise<boolean> {
  const id = task.resolve(change.collectionId);
  const answer = await task.sendUntilClear(() => updateCollection(task.client, id, { name: change.to }));
  return settleUpdate(task, { ...change, collectionId: id }, answer);
}

/** Sets or unsets a collection's thumbnail; a lost answer is simply sent again. */
export async function runThumbnail(task: BatchTask, change: ThumbnailChange): Promise<boolean> {
  const id = task.resolve(change.collectionId);
  const thumbnail = change.to?.assetId ?? null;
  const answer = await task.sendUntilClear(() => updateCollection(task.client, id, { thumbnail }));
  return settleUpdate(task, { ...change, collectionId: id }, answer);
}

async function settleUpdate(
  task: BatchTask,
  change: RenameChange | ThumbnailChange,
  answer: Answer<Collection>,
): Promise<boolean> {
  if (answer.ok) await task.confirm(change, answer.value);
  else await task.fail(change, await reasonFor(task, change, answer.error), answer.error.message);
  return answer.ok;
}

async function reasonFor(task: BatchTask, change: RenameChange | ThumbnailChange, error: ApiError) {
  if (error.kind !== 'not-found') return error.kind;
  const seen = await task.sendUntilClear(() => getCollection(task.client, change.collectionId));
  return !seen.ok && seen.error.kind === 'not-found' ? 'gone' : error.kind;
}
