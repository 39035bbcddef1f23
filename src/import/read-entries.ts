import { type FoundItem, foundFile, isSystemPath } from './found-file';

/**
 * Walks dropped files and folders depth first, in the order the browser lists them. A folder or file that cannot be
 * opened is reported by name and the walk goes on. Only handles are held, never bytes.
 */
export async function* readEntries(
  entries: readonly FileSystemEntry[],
  parent = '',
): AsyncGenerator<FoundItem> {
  for (const entry of entries) {
    const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
    if (isSystemPath(entry.name)) {
      yield { kind: 'skipped', path };
    } else if (isDirectory(entry)) {
      yield* readDirectory(entry, path);
    } else if (isFile(entry)) {
      yield await readFile(entry, path);
    }
  }
}

async function* readDirectory(directory: FileSystemDirectoryEntry, path: string): AsyncGenerator<FoundItem> {
  const reader = directory.createReader();
  for (;;) {
    let batch: FileSystemEntry[];
    try {
      // A call answers at most 100 entries (Chromium); only an empty answer is the end.
      batch = await new Promise((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
    } catch (thrown) {
      yield { kind: 'unreadable', path: `${path}/`, reason: reasonOf(thrown) };
      return;
    }
    if (batch.length === 0) return;
    yield* readEntries(batch, path);
  }
}

async function readFile(entry: FileSystemFileEntry, path: string): Promise<FoundItem> {
  try {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return foundFile(path, file);
  } catch (thrown) {
    return { kind: 'unreadable', path, reason: reasonOf(thrown) };
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function reasonOf(thrown: unknown): string {
  const name = typeof thrown === 'object' && thrown !== null && 'name' in thrown ? thrown.name : '';
  if (name === 'NotFoundError') return 'It was moved or deleted while it was being read.';
  if (name === 'NotReadableError' || name === 'SecurityError') return 'The browser may not read it.';
  return 'The browser could not open it.';
}
