import { useEffect, useRef, useState } from 'react';
import { type BroughtFiles, hasFiles, takeDropped, takePasted } from './brought-files';
import { takeEarlyFiles } from './early-files';
import type { FileSource } from './found-file';
import { readBrought } from './read-brought';

interface BroughtFilesOptions {
  /** False where files may not be dropped: the pointer says so and nothing happens. */
  accepts: boolean;
  onFiles: (source: FileSource) => void;
}

/**
 * Hears files dropped or pasted anywhere but into a field, where a paste belongs to the field. True while they are
 * dragged over the window; what is dragged inside the app is none of its business.
 */
export function useBroughtFiles(options: BroughtFilesOptions): boolean {
  const [dragging, setDragging] = useState(false);
  const current = useRef(options);
  useEffect(() => {
    current.current = options;
  });

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const take = (files: BroughtFiles) => {
      if (files.isPasted || current.current.accepts) current.current.onFiles(readBrought(files, new Date()));
    };
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
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
      const files = takeDropped(event);
      if (!files) return;
      event.preventDefault();
      take(files);
    };
    const paste = (event: ClipboardEvent) => {
      const files = event.defaultPrevented ? undefined : takePasted(event);
      if (!files) return;
      event.preventDefault();
      take(files);
    };
    const takeNoMore = takeEarlyFiles(take);
    window.addEventListener('dragenter', over, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('dragend', () => setDragging(false), { signal });
    document.addEventListener('paste', paste, { signal });
    return () => {
      takeNoMore();
      stop.abort();
    };
  }, []);

  return dragging;
}
