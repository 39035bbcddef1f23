import { getAssetsInBulk } from '~/api/assets';
import { getCollection } from '~/api/collections';
import { LIMITS } from '~/contract/limits';
import type { BatchTask } from './batch-task';
import {
  type DeleteAssetsChange,
  hasItems,
  keysOf,
  type MembershipChange,
  only,
  type TagChange,
} from './change';
import { chunksOf, partOf, readMemberships } from './membership-requests';
import { cut } from './plan';
import { settleSentCollection } from './settle-sent-collection';

/**
 * After a cancel: what was sent and not clearly answered is looked at, so that the batch knows what it has done and can
 * take back. What cannot be read is named as not confirmed; a retry looks again.
 */
export async function settleSent(task: BatchTask): Promise<void> {
  const [change] = task.batch.pending;
  const sent = new Set(task.batch.sent);
  if (!change) return;
  if (!hasItems(change)) {
    if (keysOf(change).some((key) => sent.has(key))) await settleSentCollection(task, change);
    return;
  }
  const part = only(change, sent);
  if (part?.kind === 'add' || part?.kind === 'remove') await settleMembers(task, part);
  else if (part?.kind === 'delete-assets' || part?.kind === 'tag') await settleAssets(task, part);
}

async function settleMembers(task: BatchTask, part: MembershipChange): Promise<void> {
  const id = task.resolve(part.collectionId);
  for (const chunk of chunksOf(part)) {
    // oxlint-disable-next-line no-await-in-loop
    const seen = await task.look(() => readMemberships(task.client, chunk));
    if (!seen.ok) {
      // oxlint-disable-next-line no-await-in-loop
      await task.fail(partOf(part, chunk), seen.error.kind, seen.error.message);
      continue;
    }
    const items = chunk.items.filter(
      (item) => seen.value.get(item.id)?.includes(id) === (part.kind === 'add'),
    );
    if (items.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop
    const record = await task.look(() => getCollection(task.client, id));
    // oxlint-disable-next-line no-await-in-loop
    await task.confirm(partOf(part, { ...chunk, items }), record.ok ? record.value : undefined);
  }
}

async function settleAssets(task: BatchTask, part: DeleteAssetsChange | TagChange): Promise<void> {
  for (const assets of cut(part.assets, LIMITS.idsPerBulkRead)) {
    const ids = assets.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const seen = await task.look(() => getAssetsInBulk(task.client, ids));
    if (!seen.ok) {
      // oxlint-disable-next-line no-await-in-loop
      await task.fail({ ...part, assets }, seen.error.kind, seen.error.message);
      continue;
    }
    const tags = new Map(seen.value.map((asset) => [asset.id, asset.tags]));
    const done = assets.filter(({ id }) => isDone(part, tags.get(id)));
    // oxlint-disable-next-line no-await-in-loop
    if (done.length > 0) await task.confirm({ ...part, assets: done });
  }
}

/** Judged by the tags an asset carries by now; undefined where it no longer exists. */
function isDone(part: DeleteAssetsChange | TagChange, tags: readonly string[] | undefined): boolean {
  if (part.kind === 'delete-assets') return !tags;
  if (!tags) return false;
  return part.add.every((tag) => tags.includes(tag)) && !part.remove.some((tag) => tags.includes(tag));
}
