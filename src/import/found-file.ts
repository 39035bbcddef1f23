/** One thing met while reading what a person dropped, pasted or chose. `path` is relative, with `/` between names. */
export type FoundItem =
  | { kind: 'file'; path: string; file: File }
  /** A hidden or system file: counted, never brought in. */
  | { kind: 'skipped'; path: string }
  /** A name the browser listed but could not open. */
  | { kind: 'unreadable'; path: string; reason: string };

/** What was brought in one act: a stream, so that uploading starts while a large folder is still being read. */
export interface FileSource {
  items: AsyncIterable<FoundItem>;
  /** True where at least one folder is among it, so that its sub-folders can become collections. */
  hasFolders: boolean;
}

const SYSTEM_NAMES = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '__macosx',
  '$recycle.bin',
]);

/** True for what an operating system leaves behind: dot files, `Thumbs.db`, `__MACOSX`, at any depth of the path. */
export function isSystemPath(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase()));
}

/** A file as found: skipped where it, or a folder above it, belongs to the system. */
export function foundFile(path: string, file: File): FoundItem {
  return isSystemPath(path) ? { kind: 'skipped', path } : { kind: 'file', path, file };
}
