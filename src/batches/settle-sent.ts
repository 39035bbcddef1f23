import { getAssetsInBulk } from '~/api/assets';
import { getCollection } from '~/api/collections';
import { LIMITS } from '~/contract/limits';
import type { BatchTask } from './batch-task';
import { only } from './change';
import { chunksOf, partOf, readMemberships } from './membership-requests';
import { cut } from './plan';

/**
 * After a cancel: what was sent and not clearly answered is looked at, so that the batch knows what it has done and can
 * take back. What cannot be read is named as not confirmed; a retry looks again.
 */
export async function settleSent(task: BatchTask): Promise<void> {
  const [change] = task.batch.pending;
  const part = change && only(change, new Set(task.batch.sent));
  if (part?.kind === 'add' || part?.kind === 'remove') {
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
  if (part?.kind !== 'delete-assets') return;
  for (const assets of cut(part.assets, LIMITS.idsPerBulkRead)) {
    const ids = assets.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const seen = await task.look(() => getAssetsInBulk(task.client, ids));
    if (!seen.ok) {
      // oxlint-disable-next-line no-await-in-loop
      await task.fail({ ...part, assets }, seen.error.kind, seen.error.message);
      continue;
    }
    const present = new Set<string>(seen.value.map(({ id }) => id));
    const gone = assets.filter(({ id }) => !present.has(id));
    // oxlint-disable-next-line no-await-in-loop
    if (gone.length > 0) await task.confirm({ ...part, assets: gone });
  }
}
