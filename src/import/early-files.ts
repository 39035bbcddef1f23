import { type BroughtFiles, hasFiles, takeDropped, takePasted } from './brought-files';

/** Milliseconds after which nobody expects to see them taken any more. */
const KEPT_MS = 30_000;

interface EarlyFiles {
  files: BroughtFiles;
  /** Where they were let go: another place shall not take them. */
  pathname: string;
  entries: number;
  at: number;
}

let kept: EarlyFiles[] = [];
let takers = 0;

/**
 * Keeps what is dropped or pasted while nobody takes any, which is until the code of the import is there. The browser
 * never opens it in place of the app.
 */
export function keepEarlyFiles(): void {
  const keep = (files: BroughtFiles | undefined) => {
    if (!files || takers > 0) return;
    const { pathname } = location;
    kept.push({ files, pathname, entries: history.length, at: performance.now() });
  };
  window.addEventListener('dragover', (event) => {
    if (hasFiles(event.dataTransfer)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    if (hasFiles(event.dataTransfer)) event.preventDefault();
    keep(takeDropped(event));
  });
  window.addEventListener('paste', (event) => keep(takePasted(event)));
}

/** Says that files are taken from now on, and takes those that came before. Answers how to stop. */
export function takeEarlyFiles(take: (files: BroughtFiles) => void): () => void {
  takers += 1;
  const early = kept;
  kept = [];
  for (const { files, at, ...from } of early)
    if (isHere(from) && performance.now() - at < KEPT_MS) take(files);
  return () => {
    takers -= 1;
  };
}

/** Whether this is where they were let go; the start has no view of its own, it leads to one in its place. */
function isHere({ pathname, entries }: Pick<EarlyFiles, 'pathname' | 'entries'>): boolean {
  const isLedTo = pathname === import.meta.env.BASE_URL && entries === history.length;
  return pathname === location.pathname || isLedTo;
}
