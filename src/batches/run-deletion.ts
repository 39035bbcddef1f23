import type { AssetSummary } from '~/api/asset-summary';
import { deleteAssets, getAssetsInBulk } from '~/api/assets';
import { deleteCollection } from '~/api/collections';
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
  const read = await readMembersOnce(task, planned);
  if (!read) return false;
  const answer = await task.sendUntilClear(() => deleteCollection(task.client, id));
  // "Not found" after a lost answer, or because another tab was faster: either way it is gone.
  if (answer.ok || answer.error.kind === 'not-found') {
    await task.confirm(read);
    return true;
  }
  await task.fail(read, answer.error.kind, answer.error.message);
  return false;
}

async function readMembersOnce(
  task: BatchTask,
  planned: DeleteCollectionChange,
): Promise<DeleteCollectionChange | undefined> {
  const id = task.resolve(planned.collection.id);
  const members = await readMembers(task, id, (read, total) =>
    task.rewrite({ progress: { settled: read, total: total + 1 } }),
  );
  if (!members.ok) {
    const { kind, message } = members.error;
    const incomplete: DeleteCollectionChange = { ...planned, assets: [], models: [], complete: false };
    if (kind !== 'not-found' && planned.evenIfIncomplete) return incomplete;
    await task.fail(planned, kind === 'not-found' ? 'gone' : 'unread-members', message);
    return undefined;
  }
  const change = { ...planned, ...members.value };
  await task.rewrite({
    pending: [change, ...task.batch.pending.slice(1)],
    progress: { settled: 0, total: task.batch.pending.length },
  });
  if (change.complete || planned.evenIfIncomplete) return change;
  await task.fail(
    change,
    'unread-members',
    `Only ${change.assets.length + change.models.length} of ${change.collection.itemCount} items can be read.`,
  );
  return undefined;
}

/** Destroys assets, 100 a request. After a lost answer those that can no longer be read are gone. */
export async function runDeleteAssets(task: BatchTask, change: DeleteAssetsChange): Promise<void> {
  const queue = cut(change.assets, LIMITS.assetsPerDelete);
  const part = (assets: readonly AssetSummary[]): DeleteAssetsChange => ({ ...change, assets });
  let tries = 0;
  for (let chunk = queue.shift(); chunk; chunk = queue.shift()) {
    const assets = chunk;
    const ids = assets.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const answer = await task.send(() => deleteAssets(task.client, ids));
    if (answer.ok) {
      tries = 0;
      // oxlint-disable-next-line no-await-in-loop
      await task.confirm(part(assets));
      continue;
    }
    const { error } = answer;
    tries += error.unclear ? 1 : 0;
    // oxlint-disable-next-line no-await-in-loop
    if (error.kind === 'unauthorized' || (error.unclear && !(await task.waitAfterLoss(tries)))) {
      // oxlint-disable-next-line no-await-in-loop
      return task.fail(part([...assets, ...queue.flat()]), error.kind, error.message);
    }
    // oxlint-disable-next-line no-await-in-loop
    const seen = await task.sendUntilClear(() => getAssetsInBulk(task.client, ids));
    const present = new Set<string>(seen.ok ? seen.value.map(({ id }) => id) : ids);
    const gone = assets.filter(({ id }) => !present.has(id));
    const left = assets.filter(({ id }) => present.has(id));
    // oxlint-disable-next-line no-await-in-loop
    if (gone.length > 0) await task.confirm(part(gone));
    if (left.length === 0) continue;
    if (error.unclear || gone.length > 0) queue.push(left);
    // oxlint-disable-next-line no-await-in-loop
    else if (left.length === 1) await task.fail(part(left), error.kind, error.message);
    else queue.push(...halve(left));
  }
}
