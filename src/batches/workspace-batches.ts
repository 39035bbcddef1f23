import type { QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { type ActIntent, type Batch, isSettled } from './batch';
import type { BatchEngine, EngineOptions } from './batch-engine';
import { type BatchStore, createBatchStore, putBatch, resolveCollectionId } from './batch-store';
import { type Change, sizeOfAll } from './change';
import { type Clock, systemClock } from './clock';
import { HandOver } from './hand-over';
import { nextTask } from '~/ui/next-task';
import { itemsOf, newBatch, planBatch } from './plan';
import { EMPTY_STACK, sameStack, type UndoStack, undoStackOf } from './undo-stack';
import { areBatchesWaiting } from './waiting-flag';

interface WorkspaceBatchesOptions extends Pick<EngineOptions, 'journal' | 'locks'> {
  workspace: Workspace;
  queryClient: QueryClient;
  clock?: Clock;
}

/** Milliseconds a view waits at most for what is written down. */
const CATCH_UP = 3_000;

/** Milliseconds before this is there at which the loader of the first view may have begun to read. */
const LOADING = 1_000;

/** Everything that changes things in one workspace: hand over an act, follow it, take it back. */
export class WorkspaceBatches {
  readonly store: BatchStore = createBatchStore();
  readonly undoStack: StoreApi<UndoStack> = createStore(() => EMPTY_STACK);
  /**
   * Where batches of an earlier session wait: when they are shown. A view drawn before that would show what they have
   * not done yet. Never rejects.
   */
  readonly caughtUp: Promise<void> | undefined;
  /** Names this tab in what it hands over. */
  readonly tab: string;
  private readonly clock: Clock;
  private readonly openedAt: number;
  private readonly listeners = new Set<(batch: Batch) => void>();
  private readonly scope: string;
  private readonly handOver = new HandOver(this.store);
  private engine: Promise<BatchEngine> | undefined;
  /** Batches that are being stopped in order to be taken back. */
  private readonly takingBack = new Set<string>();
  private counter = 0;

  constructor(private readonly options: WorkspaceBatchesOptions) {
    const { workspace, clock = systemClock } = options;
    this.clock = clock;
    this.openedAt = clock.now() - LOADING;
    this.tab = Math.floor(Math.random() * 36 ** 6).toString(36);
    // Another server under the same id is another workspace.
    this.scope = `${workspace.id} ${workspace.client.baseUrl}`;
    this.store.subscribe(({ batches, spent }, before) => {
      if (batches === before.batches && spent === before.spent) return;
      const stack = undoStackOf(batches, spent);
      if (!sameStack(stack, this.undoStack.getState())) this.undoStack.setState(stack, true);
    });
    if (areBatchesWaiting(this.scope))
      this.caughtUp = Promise.race([
        this.connect().then(
          () => undefined,
          () => undefined,
        ),
        new Promise<void>((resolve) => setTimeout(resolve, CATCH_UP)),
      ]);
  }

  get workspaceId(): string {
    return this.options.workspace.id;
  }

  /** Opens the journal and joins the other tabs, once; what waits from an earlier session goes on. */
  connect(): Promise<BatchEngine> {
    this.engine ??= this.open().catch((error: unknown) => {
      // A part of the app that could not be loaded is asked for again with the next act.
      this.engine = undefined;
      throw error;
    });
    return this.engine;
  }

  /**
   * Hands an act over. It shows at once, one of thousands some frames later (`shown`); the promise resolves when it has
   * settled, never rejects.
   */
  act(intent: ActIntent): Promise<Batch> {
    return this.submit(itemsOf(intent), () =>
      planBatch(intent, { ...this.context(), changes: this.store.getState().changes }),
    );
  }

  /** When every act that was handed over is shown. Never rejects. */
  get shown(): Promise<void> {
    return this.handOver.shown;
  }

  /** Takes back the last act, also of an earlier session, or the one named, stopped first where it still runs. */
  async undo(batchId?: string): Promise<Batch | undefined> {
    await this.connect();
    await this.shown;
    return this.takeBack(batchId ?? this.last('undo'));
  }

  /** Does again what was undone last. */
  async redo(batchId?: string): Promise<Batch | undefined> {
    await this.connect();
    await this.shown;
    return this.takeBack(batchId ?? this.last('redo'));
  }

  /** Tries the failed part again as a batch of its own. `anyway`: delete although not every member can be read. */
  async retry(batchId: string, { anyway = false } = {}): Promise<Batch | undefined> {
    const failed = this.find(batchId);
    if (!failed || failed.failures.length === 0) return undefined;
    const engine = await this.connect();
    this.dismiss(batchId);
    const changes = engine.retryOf(failed, anyway);
    // What may have happened after all is looked at before it is sent again.
    const sent = failed.failures.flatMap((failure) => failure.sent ?? []);
    return this.submit(sizeOfAll(changes), () => ({
      ...newBatch(failed.intent, changes, this.context()),
      sent,
    }));
  }

  /** Stops a batch; what is done stays done and can be undone. */
  cancel(batchId: string): void {
    this.wish(batchId, 'cancel');
  }

  /** Stops after the request that is on its way. */
  pause(batchId: string): void {
    this.wish(batchId, 'pause');
  }

  resume(batchId: string): void {
    this.wish(batchId, undefined);
  }

  /** Takes a settled batch out of the panel. It can still be undone. */
  dismiss(batchId: string): void {
    void this.tell(batchId, { type: 'dismissed' });
  }

  /** The id the server uses now for a collection that was deleted and made again, or was just made. */
  resolveCollectionId(id: CollectionId): CollectionId {
    return resolveCollectionId(this.store.getState().aliases, id);
  }

  /** Tells when a batch has settled, in whichever tab it ran: `done`, `failures` and `already` say what became of it. */
  onSettled(listener: (batch: Batch) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Leaves: nothing more is sent from here, another tab takes over. */
  async close(): Promise<void> {
    (await this.engine)?.close();
  }

  private async open(): Promise<BatchEngine> {
    const { BatchEngine } = await import('./batch-engine');
    return BatchEngine.open({
      ...this.options,
      scope: this.scope,
      tab: this.tab,
      store: this.store,
      clock: this.clock,
      openedAt: this.openedAt,
      onSettled: (batch) => {
        for (const listener of this.listeners) listener(batch);
      },
      onOwed: (batch) => {
        if (!this.takingBack.has(batch.id)) void this.takeBackSettled(batch);
      },
    });
  }

  private submit(items: number, plan: () => Batch): Promise<Batch> {
    return this.handOver.show(items, plan, (batch) => this.begin(batch));
  }

  private begin(batch: Batch): Promise<Batch> {
    const result = this.settled(batch.id);
    this.connect()
      .then(async (engine) => {
        // It is shown first: to write down thousands takes as long as that.
        await nextTask();
        return engine.begin(batch);
      })
      .catch((error: unknown) => this.refuse(batch, error));
    return result;
  }

  /** Could not be written down: nothing of it has been sent, and nothing is shown as done. */
  private refuse(batch: Batch, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const failures = batch.pending.map((change) => ({ change, reason: 'not-written' as const, message }));
    const refused: Batch = { ...batch, state: 'failed', pending: [], failures };
    putBatch(this.store, refused);
    for (const listener of this.listeners) listener(refused);
  }

  private settled(batchId: string): Promise<Batch> {
    return new Promise((resolve) => {
      const leave = this.onSettled((batch) => {
        if (batch.id !== batchId) return;
        leave();
        resolve(batch);
      });
    });
  }

  /** The newest level; one that is being stopped in order to be taken back is gone already. */
  private last(kind: 'undo' | 'redo'): string | undefined {
    return this.undoStack.getState()[kind].findLast((id) => !this.takingBack.has(id));
  }

  private async takeBack(batchId: string | undefined): Promise<Batch | undefined> {
    if (batchId === undefined || this.takingBack.has(batchId)) return undefined;
    const batch = this.find(batchId);
    if (!batch) return undefined;
    if (isSettled(batch)) return this.takeBackSettled(batch);
    // Written down at once: whoever runs it takes it back when it has stopped, even if this tab is gone by then.
    const inverse = this.inverseTo(batchId);
    this.wish(batchId, 'take-back');
    return inverse;
  }

  private async takeBackSettled(batch: Batch): Promise<Batch | undefined> {
    this.takingBack.add(batch.id);
    try {
      const kind = batch.intent.kind === 'undo' ? 'redo' : 'undo';
      const engine = await this.connect();
      const changes = await engine.inverseOf(kind, batch);
      // Handed over within the `try`: from then on the batch is no level of undo any more.
      const inverse = changes && changes.length > 0 ? this.inverse(kind, batch, changes) : undefined;
      await this.shown;
      const granted = () => this.tell(batch.id, { type: 'wish', wish: undefined });
      if (batch.wish !== 'take-back') return inverse;
      if (inverse) void inverse.then(granted);
      else await granted();
      return inverse;
    } finally {
      this.takingBack.delete(batch.id);
    }
  }

  /** Hands the inverse over; it shows at once. */
  private inverse(kind: 'undo' | 'redo', batch: Batch, changes: readonly Change[]): Promise<Batch> {
    const of = batch.intent.kind === 'undo' || batch.intent.kind === 'redo' ? batch.intent.of : batch.intent;
    // The tab that was asked tells the result, whichever hands it over.
    const asked = batch.wish === 'take-back' && { tab: batch.tab };
    return this.submit(sizeOfAll(changes), () =>
      newBatch({ kind, of }, changes, { ...this.context(), ...asked }, 0, batch.id),
    );
  }

  /** The batch that takes one back, once it has settled; undefined where there was nothing to take back after all. */
  private inverseTo(batchId: string): Promise<Batch | undefined> {
    return new Promise((resolve) => {
      const leave = this.store.subscribe(({ batches }) => {
        const inverse = batches.find(({ inverseOf }) => inverseOf === batchId);
        const batch = this.find(batchId);
        if (!inverse && batch && (!isSettled(batch) || batch.wish === 'take-back')) return;
        leave();
        resolve(inverse && !isSettled(inverse) ? this.settled(inverse.id) : inverse);
      });
    });
  }

  private wish(batchId: string, wish: Batch['wish']): void {
    const batch = this.find(batchId);
    if (batch && !isSettled(batch)) void this.tell(batchId, { type: 'wish', wish });
  }

  private tell(
    batchId: string,
    event: { type: 'dismissed' } | { type: 'wish'; wish: Batch['wish'] },
  ): Promise<void> {
    return this.connect().then((engine) => engine.happened(batchId, { ...event, at: this.clock.now() }));
  }

  private find(batchId: string): Batch | undefined {
    return this.store.getState().batches.find(({ id }) => id === batchId);
  }

  private context() {
    this.counter += 1;
    const now = this.clock.now();
    const id = `${now.toString(36)}-${this.tab}-${this.counter}`;
    return { id, workspaceId: this.workspaceId, now, tab: this.tab };
  }
}
