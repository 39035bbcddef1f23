import { nextTask } from '~/ui/next-task';
import { arrivals } from './arrivals';
import type { PendingChanges } from './pending-changes';
import { projectItem } from './project-item';

/** Items of one task. Fewer than that are no matter for any view. */
const SLICE = 1000;

/**
 * Projects the items of thousands bit by bit, and what they bring into collections, so that the view that shows them
 * next finds them done and stays within its frame.
 */
export async function warmProjection(changes: PendingChanges): Promise<void> {
  const { assets } = changes;
  if (assets.size < SLICE) return;
  let left = SLICE;
  for (const change of assets.values()) {
    projectItem(change.item, change, changes);
    left -= 1;
    if (left > 0) continue;
    left = SLICE;
    // oxlint-disable-next-line no-await-in-loop -- so that others have their turn
    await nextTask();
  }
  for (const collectionId of changes.collections.keys()) {
    arrivals(assets, changes, { collectionId });
    // oxlint-disable-next-line no-await-in-loop -- so that others have their turn
    await nextTask();
  }
}
