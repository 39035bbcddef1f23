import { type FileSource, type FoundItem, foundFile } from './found-file';
import { nameClipboardFile } from './name-clipboard-file';
import { readEntries } from './read-entries';

/**
 * Files and folders of a drop. Must be called inside the event: afterwards the browser empties the transfer, so
 * every entry is taken here and only the walk through them is asynchronous.
 */
export function readDrop(transfer: DataTransfer): FileSource {
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    // Null for files made by a script, and in engines without the entries API.
    const entry = item.webkitGetAsEntry?.() ?? null;
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) files.push(file);
  }
  async function* items(): AsyncGenerator<FoundItem> {
    yield* readEntries(entries);
    yield* readFiles(files).items;
  }
  return { items: items(), hasFolders: entries.some((entry) => entry.isDirectory) };
}

/** Files of a paste; undefined where the clipboard holds none. Pictures copied from a page get a name. */
export function readPaste(clipboard: DataTransfer, now: Date): FileSource | undefined {
  const files = [...clipboard.files];
  if (files.length === 0) return undefined;
  return readFiles(files.map((file, index) => nameClipboardFile(file, now, index)));
}

/** Files of an `<input type="file">`; with `webkitdirectory` each carries its path from the chosen folder. */
export function readFiles(files: Iterable<File>): FileSource {
  const list = [...files];
  const pathOf = (file: File) => file.webkitRelativePath || file.name;
  async function* items(): AsyncGenerator<FoundItem> {
    for (const file of list) yield foundFile(pathOf(file), file);
  }
  return { items: items(), hasFolders: list.some((file) => pathOf(file).includes('/')) };
}
