import type { Batch } from './batch';
import { type Change, itemIdsOf, without } from './change';

/** The failed part of a batch as changes to try again; a failed add of a move takes its removal along. */
export function retryChanges({ failures, intent }: Batch, anyway = false): readonly Change[] {
  const failed = failures.map(
    ({ change }): Change =>
      change.kind === 'delete-collection' && anyway ? { ...change, evenIfIncomplete: true } : change,
  );
  if (intent.kind !== 'move') return failed;
  const leave = failed.flatMap((change): Change[] => {
    if (change.kind !== 'add') return [];
    // Nothing may have been sent at all: then the removal has failed too.
    const leaving = new Set(
      failed.flatMap((other) =>
        other.kind === 'remove' && other.onlyIfIn === change.collectionId ? itemIdsOf(other) : [],
      ),
    );
    const { from } = intent;
    const all: Change = { ...change, kind: 'remove', collectionId: from.id, onlyIfIn: change.collectionId };
    const left = without(all, leaving);
    return left ? [left] : [];
  });
  return [...failed, ...leave];
}
