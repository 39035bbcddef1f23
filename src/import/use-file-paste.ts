import { useEffect, useRef } from 'react';
import type { FileSource } from './found-file';
import { readPaste } from './read-drop';

/** Hears files pasted anywhere but into a field, where a paste belongs to the field. */
export function useFilePaste(onPaste: (source: FileSource) => void): void {
  const current = useRef(onPaste);
  useEffect(() => {
    current.current = onPaste;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData || isField(event.target)) return;
      const source = readPaste(event.clipboardData, new Date());
      if (!source) return;
      event.preventDefault();
      current.current(source);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}
