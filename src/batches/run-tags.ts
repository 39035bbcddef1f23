import { updateAssetTags } from '~/api/assets';
import type { BatchTask } from './batch-task';
import type { TagChange } from './change';

/** Edits the tags of each asset with one idempotent request; what the answer names is the effective change. */
export async function runTags(task: BatchTask, change: TagChange): Promise<void> {
  const { add, remove } = change;
  for (const asset of change.assets) {
    const part = { ...change, assets: [asset] };
    // oxlint-disable-next-line no-await-in-loop
    const answer = await task.sendUntilClear(
      () =>
        updateAssetTags(task.client, asset.id, {
          ...(add.length > 0 && { add }),
          ...(remove.length > 0 && { delete: remove }),
        }),
      [asset.id],
    );
    if (!answer.ok) {
      const gone = answer.error.kind === 'not-found';
      // oxlint-disable-next-line no-await-in-loop
      await task.fail(part, gone ? 'gone' : answer.error.kind, answer.error.message);
      // oxlint-disable-next-line no-await-in-loop
    } else await task.confirm(part);
  }
}
