/** What a drop or a paste brought, before any of it is read. */
export interface BroughtFiles {
  entries: readonly FileSystemEntry[];
  /** Files without an entry. */
  files: readonly File[];
  isPasted: boolean;
}

/**
 * Files and folders of a drop; undefined where it is none of files. Must be called inside the event: afterwards the
 * browser empties the transfer, so every entry is taken here, and only the walk through them (`readBrought`) takes time.
 */
export function takeDropped({ dataTransfer }: DragEvent): BroughtFiles | undefined {
  if (!hasFiles(dataTransfer)) return undefined;
  const entries: FileSystemEntry[] = [];
  const files: File[] = [];
  for (const item of dataTransfer.items) {
    if (item.kind !== 'file') continue;
    // Null for files made by a script, and in engines without the entries API.
    const entry = item.webkitGetAsEntry?.() ?? null;
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) files.push(file);
  }
  return { entries, files, isPasted: false };
}

/** Files of a paste; undefined where the clipboard holds none, or the paste belongs to a field. */
export function takePasted({ clipboardData, target }: ClipboardEvent): BroughtFiles | undefined {
  const files = [...(clipboardData?.files ?? [])];
  if (files.length === 0) return undefined;
  if (target instanceof Element && target.closest('input, textarea, [contenteditable]')) return undefined;
  return { entries: [], files, isPasted: true };
}

/** Whether files are dragged, and not something of the app. */
export function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}
