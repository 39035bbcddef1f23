import type { Batch } from './batch';
import type { Change } from './change';

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
        other.kind === 'remove' && other.onlyIfIn === change.collectionId
          ? [...other.assets, ...other.models].map(({ id }): string => id)
          : [],
      ),
    );
    const assets = change.assets.filter(({ id }) => !leaving.has(id));
    const models = change.models.filter(({ id }) => !leaving.has(id));
    if (assets.length + models.length === 0) return [];
    return [{ kind: 'remove', collectionId: intent.from.id, onlyIfIn: change.collectionId, assets, models }];
  });
  return [...failed, ...leave];
}
