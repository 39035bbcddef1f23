import type { AssetId, CollectionId } from '~/contract/ids';

/** What becomes of folders. */
export interface FolderOptions {
  /** Every folder with files in it becomes a collection. */
  makeCollections: boolean;
  /** Where a collection of the folder's name exists, it takes the files. */
  reuse: boolean;
}

/** Where the files of a session go; without a collection they are in the library alone. */
export interface ImportTarget {
  collectionId?: CollectionId | undefined;
  name?: string | undefined;
}

/**
 * - `processing`: every byte is at the workspace, which now hashes, decodes and makes thumbnails
 * - `linked`: the same bytes were in the library already, nothing was stored twice
 */
export const FILE_STATES = [
  'waiting',
  'uploading',
  'processing',
  'imported',
  'linked',
  'failed',
  'cancelled',
] as const;
export type FileState = (typeof FILE_STATES)[number];

export interface ImportFile {
  /** Place in the session, from 0: what events name a file by. */
  index: number;
  path: string;
  /** Bytes. */
  size: number;
  state: FileState;
  /** Bytes of it that are at the workspace. */
  sent: number;
  /** Why it failed. */
  reason?: string | undefined;
  assetId?: AssetId | undefined;
}

/** What keeps a whole session from going on until a person acts. */
export interface ImportProblem {
  kind: 'unreachable' | 'refused' | 'target-gone' | 'disk-full' | 'failing';
  message: string;
}

export interface ImportSession {
  id: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** The same by the workspace's clock, as ISO 8601; undefined until the first file is announced there. */
  since?: string | undefined;
  target: ImportTarget;
  folders: FolderOptions;
  /** `cancelling`: nothing more is sent, files already at the workspace are still being finished. */
  status: 'running' | 'paused' | 'cancelling' | 'done';
  /** True while names are still being read from the folder, so that totals may grow. */
  reading: boolean;
  files: readonly ImportFile[];
  counts: Readonly<Record<FileState, number>>;
  /** Bytes found, and of those at the workspace. */
  bytes: { found: number; sent: number };
  /** Hidden and system files left out. */
  skipped: number;
  problem?: ImportProblem | undefined;
  /** Milliseconds since 1970 at which a rate-limited session goes on by itself. */
  waitingUntil?: number | undefined;
}

export type ImportEvent =
  | { type: 'found'; path: string; size: number }
  | { type: 'unreadable'; path: string; reason: string }
  | { type: 'skipped' }
  | { type: 'began'; at: string }
  | { type: 'target-left' }
  | { type: 'read-to-end' }
  | { type: 'sent'; index: number; sent: number }
  | { type: 'moved'; index: number; to: FileState; reason?: string; assetId?: AssetId }
  | { type: 'status'; status: ImportSession['status']; problem?: ImportProblem | undefined }
  | { type: 'waiting-until'; at: number | undefined };

/** Folders are no collections. */
const LOOSE: FolderOptions = { makeCollections: false, reuse: true };

export function newSession(
  id: string,
  { target, folders = LOOSE }: { target: ImportTarget; folders?: FolderOptions | undefined },
  startedAt: number,
): ImportSession {
  const counts = Object.fromEntries(FILE_STATES.map((state) => [state, 0])) as Record<FileState, number>;
  return {
    id,
    startedAt,
    target,
    folders,
    status: 'running',
    reading: true,
    files: [],
    counts,
    bytes: { found: 0, sent: 0 },
    skipped: 0,
  };
}

/**
 * Applies a run of events at once: the list of files is copied once a run, not once an event, so that 100,000 files
 * cost no more than their number.
 */
export function applyEvents(session: ImportSession, events: readonly ImportEvent[]): ImportSession {
  const files = [...session.files];
  const counts = { ...session.counts };
  const next = { ...session, files, counts, bytes: { ...session.bytes } };
  for (const event of events) apply(next, event);
  return next;
}

type Draft = ImportSession & {
  files: ImportFile[];
  counts: Record<FileState, number>;
};

function apply(draft: Draft, event: ImportEvent): void {
  switch (event.type) {
    case 'found':
      append(draft, { path: event.path, size: event.size, state: 'waiting' });
      break;
    case 'unreadable':
      append(draft, { path: event.path, size: 0, state: 'failed', reason: event.reason });
      break;
    case 'skipped':
      draft.skipped += 1;
      break;
    case 'began':
      draft.since = event.at;
      break;
    case 'target-left':
      draft.target = {};
      break;
    case 'read-to-end':
      draft.reading = false;
      break;
    case 'sent':
      update(draft, event.index, { sent: event.sent });
      break;
    case 'moved':
      update(draft, event.index, {
        state: event.to,
        reason: event.reason,
        ...(event.assetId !== undefined && { assetId: event.assetId }),
        ...sentIn(event.to),
      });
      break;
    case 'status':
      draft.status = event.status;
      draft.problem = event.problem;
      break;
    case 'waiting-until':
      draft.waitingUntil = event.at;
      break;
  }
}

/** How many failed files can be sent again: not those that are empty or could not be opened, which have no bytes. */
export function countRetryable({ files, counts }: ImportSession): number {
  return counts.failed === 0 ? 0 : files.filter(({ state, size }) => state === 'failed' && size > 0).length;
}

/** A file that has to be sent again counts from 0, so that the bar never runs past its end. */
function sentIn(state: FileState): Partial<ImportFile> {
  return state === 'waiting' || state === 'failed' || state === 'cancelled' ? { sent: 0 } : {};
}

function append(draft: Draft, file: Omit<ImportFile, 'index' | 'sent'>): void {
  draft.files.push({ ...file, index: draft.files.length, sent: 0 });
  draft.counts[file.state] += 1;
  draft.bytes.found += file.size;
}

function update(draft: Draft, index: number, change: Partial<ImportFile>): void {
  const before = draft.files[index];
  if (!before) return;
  const after = { ...before, ...change };
  draft.files[index] = after;
  draft.counts[before.state] -= 1;
  draft.counts[after.state] += 1;
  draft.bytes.sent += after.sent - before.sent;
}
