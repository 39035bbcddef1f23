import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AssetSummary } from '~/api/asset-summary';
import type { ApiClient } from '~/api/client';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { FileSource } from './found-file';
import { type ImportRun, startImportRun } from './import-run';
import {
  applyEvents,
  type FolderOptions,
  type ImportEvent,
  type ImportSession,
  type ImportTarget,
  newSession,
} from './import-state';
import { createLookAlikes, type LookAlikes } from './look-alikes';
import { type Clock, systemClock } from './patience';

/** What the rest of the app wants to hear of, so that its caches follow. */
export interface ImportListener {
  onWave(assets: readonly AssetSummary[], collectionIds: readonly CollectionId[]): void;
  onCollectionCreated(collection: Collection): void;
  onCollectionDropped(id: CollectionId): void;
  onDone(): void;
}

interface ImportStoreOptions {
  client: ApiClient;
  listener: ImportListener;
  clock?: Clock;
  /** Pictures on their way at a time that are sent in one request each. */
  wholeAtOnce: number;
}

export interface ImportRequest {
  source: FileSource;
  target: ImportTarget;
  folders?: FolderOptions | undefined;
}

/** Sessions of one workspace, newest first. */
export interface ImportStoreState {
  sessions: readonly ImportSession[];
}

export interface ImportStore extends StoreApi<ImportStoreState> {
  /** Of all files that its sessions have found. */
  readonly lookAlikes: LookAlikes;
  /** Begins at once; answers the id of the session. */
  start(request: ImportRequest): string;
  pause(id: string): void;
  resume(id: string): void;
  cancel(id: string): void;
  retryFailed(id: string): void;
  /** Makes what has happened so far part of the state at once. */
  flush(): void;
  /** Takes a finished session off the list. */
  dismiss(id: string): void;
}

/** Milliseconds in which the events of many files become one change of what is shown. */
const GATHER_MS = 60;

export function createImportStore({
  client,
  listener,
  clock = systemClock,
  wholeAtOnce,
}: ImportStoreOptions): ImportStore {
  const store = createStore<ImportStoreState>()(() => ({ sessions: [] }));
  const lookAlikes = createLookAlikes();
  const runs = new Map<string, ImportRun>();
  const gathered = new Map<string, ImportEvent[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (gathered.size === 0) return;
    const batch = new Map(gathered);
    gathered.clear();
    store.setState(({ sessions }) => ({
      sessions: sessions.map((session) => {
        const events = batch.get(session.id);
        return events ? applyEvents(session, events) : session;
      }),
    }));
  }

  function emit(id: string, event: ImportEvent): void {
    const events = gathered.get(id);
    if (events) events.push(event);
    else gathered.set(id, [event]);
    // A person's own act (pause, cancel) and the end show at once.
    if (event.type === 'status') flush();
    else timer ??= setTimeout(flush, GATHER_MS);
  }

  return {
    ...store,
    lookAlikes,
    start({ source, ...request }) {
      const id = crypto.randomUUID();
      const begun = newSession(id, request, clock.now());
      const { target, folders } = begun;
      store.setState(({ sessions }) => ({ sessions: [begun, ...sessions] }));
      const run = startImportRun({
        client,
        source,
        target,
        folders,
        clock,
        wholeAtOnce,
        lookAlikes,
        emit: (event) => emit(id, event),
        ...listener,
      });
      runs.set(id, run);
      return id;
    },
    pause: (id) => runs.get(id)?.pause(),
    resume: (id) => runs.get(id)?.resume(),
    cancel: (id) => runs.get(id)?.cancel(),
    retryFailed: (id) => runs.get(id)?.retryFailed(),
    flush,
    dismiss(id) {
      runs.delete(id);
      store.setState(({ sessions }) => ({ sessions: sessions.filter((session) => session.id !== id) }));
    },
  };
}
