import type { AssetSummary } from '~/api/asset-summary';
import { deleteAssets, getAssetsInBulk } from '~/api/assets';
import { deleteCollection, getCollection } from '~/api/collections';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { BatchTask } from './batch-task';
import type { DeleteAssetsChange, DeleteCollectionChange } from './change';
import { cut, halve } from './plan';
import { readMembers } from './read-members';

/**
 * Deletes a collection after its members have been read and written down. Where they cannot all be read nothing is
 * deleted: the failure `unread-members` lets the interface ask first, and a retry with `evenIfIncomplete` goes on.
 */
export async function runDeleteCollection(
  task: BatchTask,
  planned: DeleteCollectionChange,
): Promise<boolean> {
  const id = task.resolve(planned.collection.id);
  const key = planned.collection.id;
  if (task.unclear.has(key) && (await isGone(task, id))) {
    await task.confirm(planned);
    return true;
  }
  const read = await readMembersOnce(task, planned);
  if (!read) return false;
  const answer = await task.sendUntilClear(() => deleteCollection(task.client, id), [key]);
  // "Not found" after a lost answer, or because another tab was faster: either way it is gone.
  if (answer.ok || answer.error.kind === 'not-found') {
    await task.confirm(read);
    return true;
  }
  await task.fail(read, answer.error.kind, answer.error.message);
  return false;
}

/** Sent before a crash: where it is gone by now, its members were read and written down before. */
async function isGone(task: BatchTask, id: CollectionId): Promise<boolean> {
  const seen = await task.sendUntilClear(() => getCollection(task.client, id));
  return !seen.ok && seen.error.kind === 'not-found';
}

async function readMembersOnce(
  task: BatchTask,
  planned: DeleteCollectionChange,
): Promise<DeleteCollectionChange | undefined> {
  const id = task.resolve(planned.collection.id);
  const members = await readMembers(task, id, (read, total) =>
    task.showProgress({ settled: read, total: total + 1 }),
  );
  if (!members.ok) {
    const { kind, message } = members.error;
    const incomplete: DeleteCollectionChange = { ...planned, assets: [], models: [], complete: false };
    if (kind !== 'not-found' && planned.evenIfIncomplete) return incomplete;
    await task.fail(planned, kind === 'not-found' ? 'gone' : 'unread-members', message);
    return undefined;
  }
  const change = { ...planned, ...members.value };
  await task.keepMembers(change);
  if (change.complete || planned.evenIfIncomplete) return change;
  await task.fail(
    change,
    'unread-members',
    `Only ${change.assets.length + change.models.length} of ${change.collection.itemCount} items can be read.`,
  );
  return undefined;
}

/**
 * Destroys assets, 100 a request. After a lost answer, here or before a crash, those that can no longer be read are
 * gone.
 */
export async function runDeleteAssets(task: BatchTask, change: DeleteAssetsChange): Promise<void> {
  const sent = change.assets.filter(({ id }) => task.unclear.has(id));
  const left = await confirmGone(task, change, sent);
  const gone = new Set(sent.filter((asset) => !left.includes(asset)));
  const queue = cut(
    change.assets.filter((asset) => !gone.has(asset)),
    LIMITS.assetsPerDelete,
  );
  let tries = 0;
  for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
    const assets = chunk;
    const ids = assets.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const answer = await task.sendChange(ids, () => deleteAssets(task.client, ids));
    if (answer.ok) {
      tries = 0;
      // oxlint-disable-next-line no-await-in-loop
      await task.confirm({ ...change, assets });
      continue;
    }
    const { error } = answer;
    tries += error.unclear ? 1 : 0;
    // oxlint-disable-next-line no-await-in-loop
    if (error.kind === 'unauthorized' || (error.unclear && !(await task.waitAfterLoss(tries, error)))) {
      // oxlint-disable-next-line no-await-in-loop
      return task.fail({ ...change, assets: [...assets, ...queue.flat()] }, error.kind, error.message);
    }
    // oxlint-disable-next-line no-await-in-loop
    const rest = await confirmGone(task, change, assets);
    if (rest.length === 0) continue;
    if (error.unclear || rest.length < assets.length) queue.push([...rest]);
    // oxlint-disable-next-line no-await-in-loop
    else if (rest.length === 1) await task.fail({ ...change, assets: rest }, error.kind, error.message);
    else queue.push(...halve(rest));
  }
}

/** Confirms those of the assets that no longer exist; gives the others. */
async function confirmGone(
  task: BatchTask,
  change: DeleteAssetsChange,
  assets: readonly AssetSummary[],
): Promise<readonly AssetSummary[]> {
  const left: AssetSummary[] = [];
  for (const part of cut(assets, LIMITS.idsPerBulkRead)) {
    const ids = part.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const seen = await task.sendUntilClear(() => getAssetsInBulk(task.client, ids));
    const present = new Set<string>(seen.ok ? seen.value.map(({ id }) => id) : ids);
    const gone = part.filter(({ id }) => !present.has(id));
    left.push(...part.filter(({ id }) => present.has(id)));
    // oxlint-disable-next-line no-await-in-loop
    if (gone.length > 0) await task.confirm({ ...change, assets: gone });
  }
  return left;
}
