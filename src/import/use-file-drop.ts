import { useEffect, useRef, useState } from 'react';
import type { FileSource } from './found-file';
import { readDrop } from './read-drop';

interface FileDropOptions {
  /** False where files are not taken: the pointer says so and nothing happens. */
  accepts: boolean;
  onDrop: (source: FileSource) => void;
}

/** Follows files dragged over the window; true while they are. What is dragged inside the app is none of its business. */
export function useFileDrop(options: FileDropOptions): boolean {
  const [dragging, setDragging] = useState(false);
  const current = useRef(options);
  useEffect(() => {
    current.current = options;
  });

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
      // Without this the browser opens the file in place of the app, wherever it is let go.
      event.preventDefault();
      event.dataTransfer.dropEffect = current.current.accepts ? 'copy' : 'none';
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      // Left for another element of this page: relatedTarget is that element.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (current.current.accepts) current.current.onDrop(readDrop(event.dataTransfer));
    };
    const end = () => setDragging(false);
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('dragend', end);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('dragend', end);
    };
  }, []);

  return dragging;
}

function hasFiles(transfer: DataTransfer): boolean {
  return transfer.types.includes('Files');
}
