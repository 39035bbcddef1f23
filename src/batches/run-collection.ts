import type { ApiError } from '~/api/api-error';
import { createCollection, getCollection, listCollections, updateCollection } from '~/api/collections';
import { eachPage } from '~/api/each-page';
import type { Collection } from '~/contract/collection';
import type { Answer, BatchTask } from './batch-task';
import type { CreateChange, RenameChange, ThumbnailChange } from './change';

/** Clocks of two machines may differ by this much (milliseconds). */
const CLOCK_SKEW = 120_000;

/**
 * Makes a collection and remembers which id it got. Where an answer was lost, here or before a crash, it looks for what
 * it may have made before it makes another. False when it was not made: what follows needs it.
 */
export async function runCreate(task: BatchTask, change: CreateChange): Promise<boolean> {
  const { id, name } = change.collection;
  const create = () => task.sendChange([id], () => createCollection(task.client, name));
  const find = () => task.sendUntilClear(() => findCreated(task, name));
  let answer: Answer<Collection>;
  let lost = task.unclear.has(id);
  for (let tries = 1; ; tries += 1) {
    if (lost) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await find();
      if (!found.ok || found.value) {
        answer = found.ok && found.value ? { ok: true, value: found.value } : (found as Answer<Collection>);
        break;
      }
    }
    // oxlint-disable-next-line no-await-in-loop
    answer = await create();
    if (answer.ok || !answer.error.unclear) break;
    // oxlint-disable-next-line no-await-in-loop
    if (!(await task.waitAfterLoss(tries, answer.error))) break;
    lost = true;
  }
  if (!answer.ok) {
    await task.fail(change, answer.error.kind, answer.error.message);
    return false;
  }
  await task.confirm(change, answer.value);
  return true;
}

/** An empty collection of that name that is as new as the batch and that no batch is known to have made. */
export async function findCreated(task: BatchTask, name: string): Promise<Collection | undefined> {
  const made = task.ports.made();
  const since = task.batch.createdAt - CLOCK_SKEW;
  const { signal } = new AbortController();
  const pages = eachPage((token) => listCollections(task.client, token, signal), { repeated: 'ends' });
  for await (const { items } of pages) {
    const found = items.find(
      (collection) =>
        collection.name === name &&
        collection.itemCount === 0 &&
        !made.has(collection.id) &&
        Date.parse(collection.createdAt) >= since,
    );
    if (found) return found;
  }
  return undefined;
}

/** Renames a collection. Saying it twice does no harm, so a lost answer is simply sent again. */
export async function runRename(task: BatchTask, change: RenameChange): Promise<boolean> {
  const id = task.resolve(change.collectionId);
  const answer = await task.sendUntilClear(
    () => updateCollection(task.client, id, { name: change.to }),
    [change.collectionId],
  );
  return settleUpdate(task, change, answer);
}

/** Sets or unsets a collection's thumbnail; a lost answer is simply sent again. */
export async function runThumbnail(task: BatchTask, change: ThumbnailChange): Promise<boolean> {
  const id = task.resolve(change.collectionId);
  const thumbnail = change.to?.assetId ?? null;
  const answer = await task.sendUntilClear(
    () => updateCollection(task.client, id, { thumbnail }),
    [change.collectionId],
  );
  return settleUpdate(task, change, answer);
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
  const seen = await task.sendUntilClear(() => getCollection(task.client, task.resolve(change.collectionId)));
  return !seen.ok && seen.error.kind === 'not-found' ? 'gone' : error.kind;
}
