import type { Batch } from './batch';
import type { Change } from './change';

/** The failed part of a batch as changes to try again; a failed add of a move takes its removal along. */
export function retryChanges({ failures, intent }: Batch, anyway = false): readonly Change[] {
  const failed = failures.map(
    ({ change }): Change =>
      change.kind === 'delete-collection' && anyway ? { ...change, evenIfIncomplete: true } : change,
  );
  if (intent.kind !== 'move') return failed;
  const leave = failed.flatMap((change): Change[] =>
    change.kind === 'add'
      ? [{ ...change, kind: 'remove', collectionId: intent.from.id, onlyIfIn: change.collectionId }]
      : [],
  );
  return [...failed, ...leave];
}
