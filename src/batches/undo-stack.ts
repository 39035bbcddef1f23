import { type Batch, type FailureReason, isSettled } from './batch';

/** How many acts can be undone. */
const LEVELS = 20;

/** Which batches can be undone and redone, newest last. */
export interface UndoStack {
  undo: readonly string[];
  redo: readonly string[];
}

export const EMPTY_STACK: UndoStack = { undo: [], redo: [] };

/**
 * What the batches, in the order in which they were handed over, leave to be undone and redone: in every tab and in
 * a later session the same. A new act ends what could be redone; what changed nothing cannot be taken back, nor can what
 * is `spent`: they are no levels.
 */
export function undoStackOf(batches: readonly Batch[], spent: ReadonlySet<string>): UndoStack {
  let undo: string[] = [];
  let redo: string[] = [];
  for (const batch of batches) {
    const { id, intent, inverseOf } = batch;
    if (isSettled(batch) && batch.done.length === 0) {
      // Nothing of it is left to be taken back: the level would stand in the way of those below.
      if (isVain(batch)) {
        undo = undo.filter((other) => other !== inverseOf);
        redo = redo.filter((other) => other !== inverseOf);
      }
      continue;
    }
    // On its way back already: no level of its own.
    const own = batch.wish === 'take-back' || spent.has(id) ? [] : [id];
    if (intent.kind === 'undo') {
      undo = undo.filter((other) => other !== inverseOf);
      redo.push(...own);
    } else if (intent.kind === 'redo') {
      redo = redo.filter((other) => other !== inverseOf);
      undo.push(...own);
    } else if (intent.kind !== 'delete-assets') {
      undo.push(...own);
      redo = [];
    }
  }
  return { undo: undo.slice(-LEVELS), redo: redo.slice(-LEVELS) };
}

const LOST: readonly FailureReason[] = ['gone', 'collection-gone', 'not-found'];

/** Whether an inverse found all of it gone, or as it was to become. */
function isVain({ state, failures }: Batch): boolean {
  return state !== 'cancelled' && failures.every(({ reason }) => LOST.includes(reason));
}

/** True where both leave the same to be taken back. */
export function sameStack(a: UndoStack, b: UndoStack): boolean {
  return a.undo.join() === b.undo.join() && a.redo.join() === b.redo.join();
}
