import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Batch } from './batch';
import { useWorkspaceBatches } from './batches-provider';

interface Undo {
  undo: () => Promise<Batch | undefined>;
  redo: () => Promise<Batch | undefined>;
  canUndo: boolean;
  canRedo: boolean;
}

/** Taking back and doing again, as functions for the list of commands. */
export function useUndo(): Undo {
  const batches = useWorkspaceBatches();
  // What there is to take back is not known before the journal is open: what is asked for until then waits for it.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    batches.connect().then(open, open);
  }, [batches]);
  const canUndo = useStore(batches.undoStack, ({ undo }) => undo.length > 0);
  const canRedo = useStore(batches.undoStack, ({ redo }) => redo.length > 0);
  return {
    undo: () => batches.undo(),
    redo: () => batches.redo(),
    canUndo: canUndo || !isOpen,
    canRedo: canRedo || !isOpen,
  };
}
