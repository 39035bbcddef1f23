import type { BatchTask } from './batch-task';
import type { Change } from './change';
import { runCreate, runRename, runThumbnail } from './run-collection';
import { runDeleteAssets, runDeleteCollection } from './run-deletion';
import { runMembership } from './run-membership';
import { runTags } from './run-tags';

/** False where what follows in the batch makes no sense any more. */
export async function runChange(task: BatchTask, change: Change): Promise<boolean> {
  switch (change.kind) {
    case 'add':
    case 'remove':
      await runMembership(task, change);
      return true;
    case 'tag':
      await runTags(task, change);
      return true;
    case 'delete-assets':
      await runDeleteAssets(task, change);
      return true;
    case 'create':
      return runCreate(task, change);
    case 'rename':
      return runRename(task, change);
    case 'thumbnail':
      return runThumbnail(task, change);
    case 'delete-collection':
      return runDeleteCollection(task, change);
  }
}
