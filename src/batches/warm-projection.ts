import type { BatchStore } from './batch-store';
import { nextTask } from './next-task';
import { projectItem } from './project-item';

/** Items of one task. Fewer than that are no matter for any view. */
const SLICE = 1000;

/**
 * Projects the items of a batch of thousands bit by bit, so that the view that shows them next finds them done and
 * stays within its frame.
 */
export async function warmProjection({ getState }: BatchStore): Promise<void> {
  const { assets } = getState().changes;
  if (assets.size < SLICE) return;
  let left = SLICE;
  for (const [id, { item }] of assets) {
    const { changes } = getState();
    projectItem(item, changes.assets.get(id), changes);
    left -= 1;
    if (left > 0) continue;
    left = SLICE;
    // oxlint-disable-next-line no-await-in-loop -- so that others have their turn
    await nextTask();
  }
}
