import { notifyManager, type QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { queryKeys } from '~/api/query-keys';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import type { ActIntent, Batch } from './batch';
import { BatchRunner } from './batch-runner';
import {
  type BatchStore,
  createBatchStore,
  dropBatch,
  putAlias,
  putBatch,
  resolveCollectionId,
} from './batch-store';
import type { Change } from './change';
import { openChangeChannel } from './change-channel';
import { type Clock, systemClock } from './clock';
import { foldFact } from './fold';
import { invertChanges } from './invert-changes';
import type { Journal } from './journal';
import { createMemoryJournal } from './memory-journal';
import { Pace } from './pace';
import { indexChanges } from './pending-changes';
import { newBatch, planBatch } from './plan';
import { retryChanges } from './retry-changes';
import { EMPTY_STACK, pushed, redone, removed, type UndoStack, undone } from './undo-stack';

interface WorkspaceBatchesOptions {
  workspace: Workspace;
  queryClient: QueryClient;
  journal?: Journal;
  clock?: Clock;
}

/** Everything that changes things in one workspace: hand over an act, follow it, take it back. */
export class WorkspaceBatches {
  readonly store: BatchStore = createBatchStore();
  readonly undoStack: StoreApi<UndoStack> = createStore(() => EMPTY_STACK);
  private readonly runner: BatchRunner;
  private readonly clock: Clock;
  /** Out of sight, but still to be undone. */
  private readonly dismissed = new Map<string, Batch>();
  private readonly listeners = new Set<(batch: Batch) => void>();
  private readonly channel;
  private readonly queryClient: QueryClient;
  private readonly workspace: Workspace;
  private counter = 0;

  constructor({
    workspace,
    queryClient,
    journal = createMemoryJournal(),
    clock = systemClock,
  }: WorkspaceBatchesOptions) {
    this.workspace = workspace;
    this.queryClient = queryClient;
    this.clock = clock;
    this.channel = openChangeChannel(workspace.id, ({ change, record, aliases }) => {
      notifyManager.batch(() => {
        for (const [from, to] of aliases) putAlias(this.store, from, to);
        this.fold(change, record);
        this.refreshDerived([change]);
      });
    });
    this.runner = new BatchRunner({
      store: this.store,
      journal,
      onSettled: (batch) => this.settle(batch),
      ports: {
        client: workspace.client,
        clock,
        pace: new Pace(),
        resolve: (id) => this.resolveCollectionId(id),
        saveAlias: async (from, to) => {
          putAlias(this.store, from, to);
          await journal.saveAlias(from, to);
        },
        commit: async (batch, confirmed) => {
          // Caches and pending part in one notification: nothing is ever shown twice or not at all.
          notifyManager.batch(() => {
            if (confirmed) this.fold(confirmed.change, confirmed.record);
            putBatch(this.store, batch);
          });
          if (confirmed) this.tell(confirmed.change, confirmed.record);
          await journal.save(batch);
        },
      },
    });
  }

  get workspaceId(): string {
    return this.workspace.id;
  }

  /** Hands an act over. It shows at once; the promise resolves when it has settled, never rejects. */
  act(intent: ActIntent): Promise<Batch> {
    const { changes } = this.store.getState();
    const batch = planBatch(intent, { ...this.context(), changes });
    // What cannot be taken back is no level of undo.
    if (intent.kind !== 'delete-assets') this.undoStack.setState((stack) => pushed(stack, batch.id), true);
    return this.runner.submit(batch);
  }

  /** Takes back the last act, or the one named. An act that still runs is stopped first. Undefined: nothing to undo. */
  async undo(batchId = this.undoStack.getState().undo.at(-1)): Promise<Batch | undefined> {
    return this.takeBack('undo', batchId);
  }

  /** Does again what was undone last. */
  async redo(batchId = this.undoStack.getState().redo.at(-1)): Promise<Batch | undefined> {
    return this.takeBack('redo', batchId);
  }

  /** Tries the failed part again as a batch of its own. `anyway`: delete although not every member can be read. */
  async retry(batchId: string, { anyway = false } = {}): Promise<Batch | undefined> {
    const failed = this.find(batchId);
    if (!failed || failed.failures.length === 0) return undefined;
    this.dismiss(batchId);
    const batch = newBatch(failed.intent, retryChanges(failed, anyway), this.context());
    this.undoStack.setState((stack) => pushed(stack, batch.id), true);
    return this.runner.submit(batch);
  }

  /** Stops a batch; what is done stays done and can be undone. */
  cancel(batchId: string): void {
    this.runner.cancel(batchId);
  }

  pause(batchId: string): void {
    this.runner.pause(batchId);
  }

  resume(batchId: string): void {
    this.runner.resume(batchId);
  }

  /** Takes a settled batch out of the panel. It can still be undone. */
  dismiss(batchId: string): void {
    const batch = this.find(batchId);
    if (batch) this.dismissed.set(batchId, batch);
    dropBatch(this.store, batchId);
  }

  /** The id the server uses now for a collection that was deleted and made again, or was just made. */
  resolveCollectionId(id: CollectionId): CollectionId {
    return resolveCollectionId(this.store.getState().aliases, id);
  }

  /** Tells when a batch has settled: `done`, `failures` and `already` say what became of every item. */
  onSettled(listener: (batch: Batch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Leaves the other tabs; running batches go on to their end. */
  close(): void {
    this.channel.close();
  }

  private async takeBack(kind: 'undo' | 'redo', batchId: string | undefined): Promise<Batch | undefined> {
    if (batchId === undefined) return undefined;
    const batch = await this.stopped(batchId);
    const changes = invertChanges(batch?.done ?? []);
    if (!batch || changes.length === 0) {
      this.undoStack.setState((stack) => removed(stack, batchId), true);
      return undefined;
    }
    const of = batch.intent.kind === 'undo' || batch.intent.kind === 'redo' ? batch.intent.of : batch.intent;
    const inverse = newBatch({ kind, of }, changes, this.context(), 0, batch.id);
    const move = kind === 'undo' ? undone : redone;
    this.undoStack.setState((stack) => move(stack, batch.id, inverse.id), true);
    return this.runner.submit(inverse);
  }

  /** The batch once nothing more happens to it. */
  private stopped(batchId: string): Promise<Batch | undefined> {
    const batch = this.find(batchId);
    if (!batch || batch.pending.length === 0) return Promise.resolve(batch);
    return new Promise((resolve) => {
      const leave = this.onSettled((settled) => {
        if (settled.id !== batchId) return;
        leave();
        resolve(settled);
      });
      this.cancel(batchId);
    });
  }

  private settle(batch: Batch): void {
    this.refreshDerived(batch.done);
    for (const listener of this.listeners) listener(batch);
  }

  private fold(change: Change, record: Collection | undefined): void {
    const { known } = this.store.getState();
    const resolve = (id: CollectionId) => this.resolveCollectionId(id);
    const changes = indexChanges([change], { resolve, current: (item) => known.current(item) });
    foldFact(this.queryClient, this.workspace.id, { changes, records: record ? [record] : [] });
    known.note(change, resolve);
  }

  /** What cannot be derived from the change is read again, one request each, once per batch. */
  private refreshDerived(changes: readonly Change[]): void {
    const ws = this.workspace.id;
    const touched = indexChanges(changes, { resolve: (id) => this.resolveCollectionId(id) });
    for (const id of touched.collections.keys()) {
      void this.queryClient.invalidateQueries({ queryKey: queryKeys.newestAsset(ws, id) });
    }
    // Private and public models are read one after the other: one that came in between may stand on neither page.
    if (touched.models.size > 0) {
      void this.queryClient.invalidateQueries({
        queryKey: queryKeys.modelLists(ws),
        predicate: ({ queryKey: [, , , view] }) => {
          const { collectionId } = (view ?? {}) as { collectionId?: CollectionId };
          return collectionId !== undefined && touched.collections.has(collectionId);
        },
      });
    }
    if (changes.some(({ kind }) => kind === 'tag'))
      void this.queryClient.invalidateQueries({ queryKey: queryKeys.tags(ws) });
  }

  private tell(change: Change, record: Collection | undefined): void {
    this.channel.tell({ change, record, aliases: [...this.store.getState().aliases] });
  }

  private find(batchId: string): Batch | undefined {
    return this.store.getState().batches.find(({ id }) => id === batchId) ?? this.dismissed.get(batchId);
  }

  private context() {
    this.counter += 1;
    const now = this.clock.now();
    const chance = Math.floor(this.clock.random() * 36 ** 6).toString(36);
    return { id: `${now.toString(36)}-${this.counter}-${chance}`, workspaceId: this.workspace.id, now };
  }
}
