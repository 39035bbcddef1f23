import { listCollections } from '~/api/collections';
import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import type { ApiClient } from '~/api/client';
import { getUpload } from '~/api/uploads';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { createFolderCollections } from './folder-collections';
import type { FileSource } from './found-file';
import { folderCollectionName, PART_BYTES } from './import-plan';
import type { FolderOptions, ImportEvent, ImportTarget } from './import-state';
import { type Clock, createPatience } from './patience';
import { createImportReport } from './import-report';
import type { LookAlikes } from './look-alikes';
import { createUploadPoller } from './poll-uploads';
import { createFileSender, type FileToSend } from './file-sender';
import { FileRefused, reasonOf } from './upload-file';

/** Files on their way at a time. */
const AT_ONCE = 6;
/** Bytes of them in memory: each holds a part of at most 8 MiB. */
const MOST_HELD = 3 * PART_BYTES;
/** Files at the workspace that it has not dealt with; more wait here, so that nothing piles up there. */
const MOST_AHEAD = 200;
/** Files in a row that the workspace failed on before the session stops and asks. */
const FAILURES_IN_A_ROW = 3;

export interface ImportRunOptions {
  client: ApiClient;
  source: FileSource;
  target: ImportTarget;
  folders: FolderOptions;
  clock: Clock;
  /** Pictures on their way at a time that are sent whole: they also wait there to be dealt with. */
  wholeAtOnce: number;
  /** Of all sessions of the tab. */
  lookAlikes: LookAlikes;
  emit: (event: ImportEvent) => void;
  /** Assets that have just come, and every collection they are now in. */
  onWave: (assets: readonly AssetSummary[], collectionIds: readonly CollectionId[]) => void;
  onCollectionCreated: (collection: Collection) => void;
  onCollectionDropped: (id: CollectionId) => void;
  onDone: () => void;
}

interface Entry extends FileToSend {
  path: string;
  /** In which round of the session it was at the workspace. */
  round?: number;
}

export type ImportRun = ReturnType<typeof startImportRun>;

/** Brings the files of one act in. Only handles are kept; each file is let go as soon as it is at the workspace. */
export function startImportRun(options: ImportRunOptions) {
  const { client, source, folders, clock, wholeAtOnce, lookAlikes } = options;
  const { emit, onWave, onDone } = options;
  const sending = new AbortController();
  let into = options.target.collectionId;
  let isTargetGone = false;
  const patience = createPatience({
    clock,
    signal: sending.signal,
    onProblem: (problem) => {
      isTargetGone = problem.kind === 'target-gone';
      emit({ type: 'status', status: 'paused', problem });
    },
    probe: async () => listCollections(client, undefined, sending.signal),
    onBack: resume,
    onWaiting: (at) => emit({ type: 'waiting-until', at }),
  });
  const collections = createFolderCollections({
    client,
    patience,
    signal: sending.signal,
    reuse: folders.reuse,
    onCreated: options.onCollectionCreated,
    onDropped: options.onCollectionDropped,
  });
  const poller = createUploadPoller({
    read: (id) => getUpload(client, id),
    clock,
    // What is at the workspace is imported there whatever happens here, so asking outlives a cancel.
    signal: new AbortController().signal,
    onEnded: async (uploads) => {
      await report.ended(uploads);
      pump();
    },
  });
  const report = createImportReport({
    client,
    clock,
    emit,
    collectionIdsOf: (index) => files.get(index)?.collectionIds ?? [],
    onFailed: fail,
    onNoRoom: (index, message) => {
      if (sending.signal.aborted) fail(index, message);
      else waitForRoom(index, message);
    },
    since: () => sender.since,
    onWave({ indexes, assets, collectionIds }) {
      for (const index of indexes) files.delete(index);
      collections.filled(new Set(collectionIds));
      if (indexes.length > 0) onWave(assets, collectionIds);
    },
  });
  const sender = createFileSender({
    client,
    patience,
    signal: sending.signal,
    lookAlikes,
    onBegan: (at) => emit({ type: 'began', at }),
  });
  const files = new Map<number, Entry>();
  const failed = new Set<number>();
  const queue: number[] = [];
  let found = 0;
  let active = 0;
  let held = 0;
  let reading = true;
  let failures = 0;
  let done = false;
  let ending = false;

  async function read(): Promise<void> {
    for await (const item of source.items) {
      if (sending.signal.aborted) break;
      if (item.kind === 'skipped') {
        emit({ type: 'skipped' });
      } else if (item.kind === 'unreadable') {
        found += 1;
        emit({ type: 'unreadable', path: item.path, reason: item.reason });
      } else {
        lookAlikes.found(item.file);
        files.set(found, { path: item.path, file: item.file, collectionIds: [] });
        queue.push(found);
        found += 1;
        emit({ type: 'found', path: item.path, size: item.file.size });
        pump();
      }
    }
  }

  function pump(): void {
    while (poller.size < MOST_AHEAD && !sending.signal.aborted) {
      const index = queue[0];
      const file = index === undefined ? undefined : files.get(index)?.file;
      if (index === undefined || !file) break;
      const bytes = Math.min(file.size, PART_BYTES);
      if (active >= (sender.isWhole(file) ? wholeAtOnce : AT_ONCE) || held + bytes > MOST_HELD) break;
      queue.shift();
      active += 1;
      held += bytes;
      void send(index).finally(() => {
        active -= 1;
        held -= bytes;
        pump();
        settle();
      });
    }
  }

  async function send(index: number): Promise<void> {
    const entry = files.get(index);
    if (!entry) return;
    try {
      await patience.pass();
      emit({ type: 'moved', index, to: 'uploading' });
      // Before its folder becomes a collection for nothing.
      if (entry.file.size === 0) throw new FileRefused('The file is empty (0 bytes).');
      entry.collectionIds = await collectionsOf(entry.path);
      const sent = await sender.send(entry, (bytes) => emit({ type: 'sent', index, sent: bytes }));
      failures = 0;
      if ('asset' in sent) {
        void report.came(index, sent.asset).then(settle);
        return;
      }
      entry.round = patience.round;
      emit({ type: 'moved', index, to: 'processing' });
      void poller.add(index, sent.upload).finally(settle);
    } catch (thrown) {
      if (sending.signal.aborted) {
        emit({ type: 'moved', index, to: 'cancelled' });
      } else {
        fail(index, reasonOf(thrown));
        countFailure(thrown);
      }
    }
  }

  /** The place of the target and, where asked for, the collection of the file's folder. */
  async function collectionsOf(path: string): Promise<readonly CollectionId[]> {
    const ids = new Set<CollectionId>();
    if (into !== undefined) ids.add(into);
    const name = folders.makeCollections ? folderCollectionName(path) : undefined;
    if (name !== undefined) ids.add(await collections.idOf(name));
    return [...ids];
  }

  function fail(index: number, reason: string): void {
    failed.add(index);
    emit({ type: 'moved', index, to: 'failed', reason });
  }

  /** All of it arrived, and there was no room to keep it: it is sent again when there is, with those behind it. */
  function waitForRoom(index: number, message: string): void {
    emit({ type: 'moved', index, to: 'waiting' });
    queue.unshift(index);
    // Where somebody has made room and resumed meanwhile, it goes on at once.
    if (files.get(index)?.round === patience.round) patience.stop({ kind: 'disk-full', message });
  }

  function countFailure(thrown: unknown): void {
    failures = thrown instanceof ApiError && thrown.unclear ? failures + 1 : 0;
    if (failures < FAILURES_IN_A_ROW) return;
    failures = 0;
    patience.stop({ kind: 'failing', message: reasonOf(thrown) });
  }

  function isOver(): boolean {
    if (reading || active > 0 || !poller.idle || report.isTelling) return false;
    return queue.length === 0 || sending.signal.aborted;
  }

  function settle(): void {
    if (done || ending || !isOver()) return;
    ending = true;
    void collections.dropEmpty().finally(() => {
      ending = false;
      // A retry may have begun meanwhile.
      if (!isOver()) return;
      done = true;
      emit({ type: 'status', status: 'done' });
      onDone();
    });
  }

  /** What is on its way, and all that comes behind it, goes into the library alone. */
  function leaveTarget(): void {
    isTargetGone = false;
    // A collection that was made of a folder may be gone as well.
    for (const entry of files.values())
      entry.collectionIds = entry.collectionIds.filter((id) => into !== undefined && id !== into);
    into = undefined;
    emit({ type: 'target-left' });
  }

  function resume(): void {
    if (isTargetGone) leaveTarget();
    emit({ type: 'status', status: 'running' });
    patience.open();
  }

  void read()
    .catch(() =>
      emit({ type: 'unreadable', path: 'The rest of the folder', reason: 'The browser stopped listing it.' }),
    )
    .finally(() => {
      reading = false;
      emit({ type: 'read-to-end' });
      settle();
    });

  return {
    pause(): void {
      patience.close();
      emit({ type: 'status', status: 'paused' });
    },
    resume,
    /** Files at the workspace are finished there; everything else is left out. */
    cancel(): void {
      emit({ type: 'status', status: 'cancelling' });
      sending.abort();
      for (const index of queue.splice(0)) emit({ type: 'moved', index, to: 'cancelled' });
      settle();
    },
    retryFailed(): void {
      if (sending.signal.aborted) return;
      done = false;
      emit({ type: 'status', status: 'running' });
      for (const index of failed) {
        if (files.get(index)?.file.size === 0) continue;
        failed.delete(index);
        emit({ type: 'moved', index, to: 'waiting' });
        queue.push(index);
      }
      patience.open();
      pump();
      settle();
    },
  };
}
