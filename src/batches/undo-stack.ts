/** How many acts can be undone. */
const LEVELS = 50;

/** Which batches can be undone and redone, newest last. Plain data; every act gives a new one. */
export interface UndoStack {
  undo: readonly string[];
  redo: readonly string[];
}

export const EMPTY_STACK: UndoStack = { undo: [], redo: [] };

/** A person's new act: it can be undone, and what was undone before cannot be redone any more. */
export function pushed(stack: UndoStack, batchId: string): UndoStack {
  return { undo: [...stack.undo, batchId].slice(-LEVELS), redo: [] };
}

/** `batchId` has been undone by `inverseId`, which can now be redone. */
export function undone(stack: UndoStack, batchId: string, inverseId: string): UndoStack {
  return { undo: stack.undo.filter((id) => id !== batchId), redo: [...stack.redo, inverseId] };
}

/** The undo `batchId` has been taken back by `inverseId`, which can be undone again. */
export function redone(stack: UndoStack, batchId: string, inverseId: string): UndoStack {
  return { undo: [...stack.undo, inverseId], redo: stack.redo.filter((id) => id !== batchId) };
}

/** A batch that changed nothing cannot be taken back. */
export function removed(stack: UndoStack, batchId: string): UndoStack {
  return { undo: stack.undo.filter((id) => id !== batchId), redo: stack.redo.filter((id) => id !== batchId) };
}
