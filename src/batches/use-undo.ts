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
  // What there is to take back is not known before the journal is open: a key pressed until then waits for that.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    batches.connect().then(open, open);
  }, [batches]);
  const canUndo = useStore(batches.undoStack, ({ undo }) => undo.length > 0);
  const canRedo = useStore(batches.undoStack, ({ redo }) => redo.length > 0);
  const when = async (act: () => Promise<Batch | undefined>) => {
    await batches.connect();
    return act();
  };
  return {
    undo: () => when(() => batches.undo()),
    redo: () => when(() => batches.redo()),
    canUndo: canUndo || !isOpen,
    canRedo: canRedo || !isOpen,
  };
}
