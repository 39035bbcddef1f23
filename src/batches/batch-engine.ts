import { notifyManager, type QueryClient } from '@tanstack/react-query';
import type { Collection } from '~/contract/collection';
import type { Workspace } from '~/workspaces/workspace';
import { type Batch, isSettled } from './batch';
import { type BatchChannel, type BatchMessage, openBatchChannel } from './batch-channel';
import { aliasesOf, type BatchEvent, isPassing } from './batch-event';
import { BatchRunner } from './batch-runner';
import { type BatchStore, putAlias, putBatch, resolveCollectionId } from './batch-store';
import type { Change } from './change';
import type { Clock } from './clock';
import { CountGuard } from './count-guard';
import { ALWAYS_ONLINE, browserConnection } from './connection';
import { FactFolder } from './fact-folder';
import { appendPatiently } from './journal/append-patiently';
import type { Journal } from './journal/journal';
import { openJournal } from './journal/open-journal';
import { openPace } from './pace';
import { retryChanges } from './retry-changes';
import { browserLocks, holdRunnerLock, holdTabLock, isTabOpen, type Locks } from './runner-lock';
import { ShownBatches } from './shown-batches';
import { takeBack } from './take-back';
import { noteWaitingBatches } from './waiting-flag';

export interface EngineOptions {
  scope: string;
  /** Names this tab in the batches that are handed over in it. */
  tab: string;
  workspace: Workspace;
  queryClient: QueryClient;
  store: BatchStore;
  clock: Clock;
  /** When this tab began to read, in milliseconds since 1970: what was done since may be missing in its caches. */
  openedAt: number;
  /** Called in every tab for each batch that settles while it is open. */
  onSettled(batch: Batch): void;
  /** Called in the tab that runs batches, for one that has stopped in order to be taken back. */
  onOwed(batch: Batch): void;
  journal?: Journal | undefined;
  locks?: Locks | undefined;
}

/**
 * What stands behind the acts of a workspace in one tab: the journal, the other tabs, and, where this tab has the
 * lock, the runner. Loaded with the first act, or when the first view is there; whole, for without a network nothing
 * more can be loaded.
 */
export class BatchEngine {
  private readonly channel: BatchChannel;
  private readonly folder: FactFolder;
  private readonly shown: ShownBatches;
  private runner: BatchRunner | undefined;
  /** Batches that stand in the journal. */
  private readonly written = new Set<string>();
  private readonly locks: Locks | undefined;
  private letGo: (() => void)[] = [];
  private unwatch = () => {};
  private isOpen = true;

  private constructor(
    private readonly options: EngineOptions,
    readonly journal: Journal,
  ) {
    this.folder = new FactFolder(options);
    this.shown = new ShownBatches(options.store, this.folder);
    this.locks = journal.notKept ? undefined : (options.locks ?? browserLocks());
    this.channel = openBatchChannel(options.scope, (message) => void this.hear(message));
  }

  /** Opens the journal, shows what waits in it, and takes its place in the line of those who may run it. */
  static async open(options: EngineOptions): Promise<BatchEngine> {
    const engine = new BatchEngine(options, options.journal ?? (await openJournal(options.scope)));
    await engine.catchUp();
    const { queryClient, workspace, store } = options;
    engine.unwatch = new CountGuard(queryClient, workspace.id, store).watch();
    const { scope, tab } = options;
    engine.letGo = [
      holdTabLock(scope, tab, engine.locks),
      holdRunnerLock(scope, engine.locks, () => void engine.takeOver()),
    ];
    return engine;
  }

  /** Writes a new batch down and hands it over. Rejects where it cannot be written: then nothing is sent. */
  async begin(batch: Batch): Promise<void> {
    await this.journal.begin(batch);
    this.written.add(batch.id);
    noteWaitingBatches(this.options.scope, true);
    this.channel.tell({ type: 'begun', batchId: batch.id });
    this.runner?.accept([batch.id]);
  }

  /** Shows an event, writes it down and tells the other tabs. Never rejects: what cannot be written is tried again. */
  async happened(batchId: string, event: BatchEvent, record?: Collection): Promise<void> {
    const before = this.find(batchId);
    if (!before || !this.isOpen) return;
    const aliases = aliasesOf(before, event);
    this.show(before, event, record);
    // What was refused stands nowhere; a new batch may just be on its way into the journal.
    const isKept = !isPassing(event) && (this.written.has(batchId) || !isSettled(before));
    const key = isKept ? await this.write(batchId, event, aliases) : undefined;
    const known = this.find(batchId)?.lastEvent ?? 0;
    if (key !== undefined) this.bump(batchId, event, key);
    this.channel.tell({ type: 'happened', batchId, event, key, before: known, record });
    if (this.journal.notKept && event.type === 'done') this.tellFact(batchId, record);
    if (event.type === 'wish') this.runner?.wished(batchId);
    if (event.type === 'state') this.noteWaiting();
  }

  /** The changes that take a settled batch back; see `takeBack`. */
  inverseOf(kind: 'undo' | 'redo', batch: Batch): Promise<readonly Change[] | undefined> {
    const { workspace, clock, store } = this.options;
    return takeBack({ kind, batch, client: workspace.client, now: clock.now(), store });
  }

  /** The changes that try again what failed; see `retryChanges`. */
  retryOf(failed: Batch, anyway: boolean): readonly Change[] {
    return retryChanges(failed, anyway);
  }

  /** Leaves: nothing more is sent from here, another tab takes over. */
  close(): void {
    this.isOpen = false;
    this.shown.show();
    for (const letGo of this.letGo) letGo();
    this.unwatch();
    this.channel.close();
  }

  /**
   * Notes the key of an event that this tab has shown already. What a person does comes from any tab at any time: it
   * says nothing about which events of the runner a tab has seen.
   */
  private bump(batchId: string, event: BatchEvent, key: number): void {
    const batch = this.find(batchId);
    if (batch && !isPersons(event)) this.shown.note({ ...batch, lastEvent: Math.max(batch.lastEvent, key) });
  }

  private async takeOver(): Promise<void> {
    await this.catchUp();
    await this.forgetOldest();
    const { store, workspace, clock, scope } = this.options;
    const isRemote = workspace.kind === 'remote';
    this.runner = new BatchRunner({
      store,
      ports: {
        client: workspace.client,
        clock,
        pace: openPace(workspace.rateLimit, scope),
        connection: isRemote ? browserConnection : ALWAYS_ONLINE,
        key: workspace.key,
        resolve: (id) => resolveCollectionId(store.getState().aliases, id),
        batch: (batchId) => this.need(batchId),
        batches: () => store.getState().batches.map(({ id }) => this.need(id)),
        isOpen: () => this.isOpen,
        made: () => new Set(store.getState().aliases.values()),
        happened: async (batchId, event, record) => {
          if (event.type === 'state') await this.adoptOrphan(batchId);
          await this.happened(batchId, event, record);
          if (event.type === 'state') this.takeBackOwed();
        },
      },
    });
    const waiting = store.getState().batches.filter((batch) => !isSettled(batch));
    this.runner.accept(waiting.map(({ id }) => id).filter((id) => this.written.has(id)));
    this.takeBackOwed();
  }

  /** An undo that was asked for while its act ran: here, for this tab knows when that has stopped, and there is but one. */
  private takeBackOwed(): void {
    const { batches } = this.options.store.getState();
    for (const batch of batches) {
      if (!isSettled(batch) || batch.wish !== 'take-back') continue;
      if (batches.every(({ inverseOf }) => inverseOf !== batch.id)) this.options.onOwed(batch);
    }
  }

  /** Where the tab that was to tell the result is gone, the one that runs the batch tells it. */
  private async adoptOrphan(batchId: string): Promise<void> {
    const { scope, tab } = this.options;
    const before = this.find(batchId)?.tab ?? tab;
    if (before === tab || (await isTabOpen(scope, before, this.locks))) return;
    if (this.isOpen) this.shown.note({ ...this.need(batchId), tab });
  }

  /** Reads the journal and shows what this tab has not heard of. */
  private async catchUp(): Promise<void> {
    const { batches, aliases, unreadable } = await this.journal.load();
    const { notKept } = this.journal;
    this.shown.show();
    this.options.store.setState({ journal: { notKept, unreadable } });
    notifyManager.batch(() => {
      for (const [from, to] of aliases) putAlias(this.options.store, from, to);
      for (const batch of batches) this.adopt(batch);
    });
    this.noteWaiting();
  }

  /** What is too old for the panel and for undo need not be kept; once a session is often enough. */
  private async forgetOldest(): Promise<void> {
    const forgotten = [...this.written].filter((id) => !this.find(id));
    for (const id of forgotten) this.written.delete(id);
    // A full disk may refuse even this: then they are forgotten the next time.
    if (forgotten.length > 0) await this.journal.forget(forgotten).catch(() => undefined);
  }

  /** Takes a batch as the journal has it, where that is later than what this tab knows. */
  private adopt(batch: Batch): void {
    this.written.add(batch.id);
    this.shown.show();
    const shown = this.find(batch.id);
    if (shown && shown.lastEvent >= batch.lastEvent) return;
    const isNews = shown !== undefined && !isSettled(shown);
    // What was done while this tab did not hear of it may not be in its caches; what was done before it opened is.
    if (shown) for (const change of batch.done.slice(shown.done.length)) this.folder.fold(change, undefined);
    else if (batch.updatedAt >= this.options.openedAt) this.folder.foldLate(batch.done);
    else if (!isSettled(batch)) for (const change of batch.done) this.folder.note(change);
    putBatch(this.options.store, batch);
    if (isNews && isSettled(batch)) this.options.onSettled(batch);
  }

  private async hear(message: BatchMessage): Promise<void> {
    if (message.type === 'fact') {
      this.shown.show();
      notifyManager.batch(() => {
        for (const [from, to] of message.aliases) putAlias(this.options.store, from, to);
        this.folder.fold(message.change, message.record);
      });
      return this.folder.refreshDerived([message.change]);
    }
    if (this.journal.notKept) return;
    const { batchId } = message;
    const batch = this.find(batchId);
    if (message.type === 'begun') {
      const written = batch ?? (await this.journal.read(batchId));
      if (written) this.adopt(written);
      return this.runner?.accept([batchId]);
    }
    const { event, key, before, record } = message;
    // Whatever a person does holds, whenever it is heard of.
    const always = isPersons(event) || key === undefined;
    if (batch && (always || (batch.lastEvent >= before && batch.lastEvent < key))) {
      this.show(batch, event, record, key);
    } else if (!batch || (key !== undefined && batch.lastEvent < key)) {
      const now = await this.journal.read(batchId);
      if (now) this.adopt(now);
    }
    if (event.type === 'wish') this.runner?.wished(batchId);
  }

  private show(batch: Batch, event: BatchEvent, record: Collection | undefined, key = 0): void {
    const lastEvent = isPersons(event) ? batch.lastEvent : Math.max(batch.lastEvent, key);
    const next = this.shown.take(batch, event, record, lastEvent);
    if (isSettled(batch) || !isSettled(next)) return;
    this.folder.refreshDerived(next.done);
    this.options.onSettled(next);
  }

  private write(...entry: Parameters<Journal['append']>): Promise<number> {
    return appendPatiently(this.journal, entry, this.options.clock, (until) => {
      const batch = this.find(entry[0]);
      if (!batch || isSettled(batch)) return;
      this.shown.note({ ...batch, hold: { kind: 'not-written', until } });
      this.shown.show();
    });
  }

  private tellFact(batchId: string, record: Collection | undefined): void {
    const change = this.find(batchId)?.done.at(-1);
    const aliases = [...this.options.store.getState().aliases];
    if (change) this.channel.tell({ type: 'fact', change, record, aliases });
  }

  private noteWaiting(): void {
    const waiting = this.options.store.getState().batches.some((batch) => !isSettled(batch));
    noteWaitingBatches(this.options.scope, waiting && !this.journal.notKept);
  }

  private find(batchId: string): Batch | undefined {
    return this.shown.find(batchId);
  }

  private need(batchId: string): Batch {
    const batch = this.find(batchId);
    if (!batch) throw new Error('A batch was forgotten while it ran.');
    return batch;
  }
}

function isPersons({ type }: BatchEvent): boolean {
  return type === 'wish' || type === 'dismissed';
}
