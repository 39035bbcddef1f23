import type { BroughtFiles } from './brought-files';
import { type FileSource, type FoundItem, foundFile } from './found-file';
import { nameClipboardFile } from './name-clipboard-file';
import { readEntries } from './read-entries';

/** The files of a drop or a paste, and of its folders all the way down. Pictures copied from a page get a name. */
export function readBrought({ entries, files, isPasted }: BroughtFiles, now: Date): FileSource {
  const named = isPasted ? files.map((file, index) => nameClipboardFile(file, now, index)) : files;
  async function* items(): AsyncGenerator<FoundItem> {
    yield* readEntries(entries);
    yield* readFiles(named).items;
  }
  return { items: items(), hasFolders: entries.some((entry) => entry.isDirectory) };
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
