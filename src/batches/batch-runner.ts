import type { Batch, BatchState } from './batch';
import { isSettled } from './batch';
import { type BatchStore, putBatch, resolveCollectionId } from './batch-store';
import { BatchTask, Cancelled, type TaskPorts } from './batch-task';
import { collectionsOf } from './change';
import type { Journal } from './journal';

export interface BatchRunnerOptions {
  store: BatchStore;
  journal: Journal;
  ports: TaskPorts;
  /** Called once for every batch that settled. */
  onSettled(batch: Batch): void;
}

/** Runs the batches of one workspace: those that share a collection in order, others side by side. */
export class BatchRunner {
  private readonly tasks = new Map<string, BatchTask>();
  private readonly settled = new Map<string, (batch: Batch) => void>();

  constructor(private readonly options: BatchRunnerOptions) {}

  /** Takes a batch: it is shown at once, written down, run in its turn. Resolves when it has settled. */
  submit(batch: Batch): Promise<Batch> {
    putBatch(this.options.store, batch);
    const result = new Promise<Batch>((resolve) => this.settled.set(batch.id, resolve));
    this.schedule();
    return result;
  }

  /** Drops what has not been sent; what is done stays done. */
  cancel(batchId: string): void {
    const task = this.tasks.get(batchId);
    if (task) return task.cancel();
    const batch = this.find(batchId);
    if (batch && !isSettled(batch)) this.finish({ ...batch, pending: [], state: 'cancelled' });
  }

  /** Stops after the request that is on its way. */
  pause(batchId: string): void {
    this.tasks.get(batchId)?.pause();
  }

  resume(batchId: string): void {
    this.tasks.get(batchId)?.resume();
  }

  private schedule(): void {
    const unsettled = this.options.store.getState().batches.filter((batch) => !isSettled(batch));
    unsettled.forEach((batch, index) => {
      if (this.tasks.has(batch.id)) return;
      const inOrder = unsettled.slice(0, index).every((earlier) => !this.conflict(earlier, batch));
      if (inOrder) void this.run(batch);
      else if (batch.hold?.kind !== 'order')
        putBatch(this.options.store, { ...batch, hold: { kind: 'order' } });
    });
  }

  private conflict(earlier: Batch, later: Batch): boolean {
    const first = this.collections(earlier);
    const second = this.collections(later);
    if (first === 'any' || second === 'any') return true;
    return [...second].some((id) => first.has(id));
  }

  private collections({ pending, done }: Batch): ReadonlySet<string> | 'any' {
    const { aliases } = this.options.store.getState();
    const ids = new Set<string>();
    for (const change of [...pending, ...done]) {
      const touched = collectionsOf(change);
      if (!touched) return 'any';
      for (const id of touched) ids.add(resolveCollectionId(aliases, id));
    }
    return ids;
  }

  private async run(batch: Batch): Promise<void> {
    const task = new BatchTask({ ...batch, hold: undefined }, this.options.ports);
    this.tasks.set(batch.id, task);
    try {
      // Written down before the first request: whatever happens then can be found again.
      await this.options.journal.save(task.batch);
      await work(task);
      this.finish({ ...task.batch, state: outcome(task.batch) });
    } catch (thrown) {
      const rest = { ...task.batch, pending: [] };
      if (thrown instanceof Cancelled) return this.finish({ ...rest, state: 'cancelled' });
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      const failures = task.batch.pending.map((change) => ({ change, reason: 'unusable' as const, message }));
      const failed = { ...rest, failures: [...task.batch.failures, ...failures] };
      this.finish({ ...failed, state: outcome(failed) });
    }
  }

  private finish(batch: Batch): void {
    const settled = { ...batch, hold: undefined };
    this.tasks.delete(batch.id);
    putBatch(this.options.store, settled);
    void this.options.journal.save(settled).catch(() => {
      // The answers before this one are written down; at worst the batch is looked at once more.
    });
    this.options.onSettled(settled);
    this.settled.get(batch.id)?.(settled);
    this.settled.delete(batch.id);
    this.schedule();
  }

  private find(batchId: string): Batch | undefined {
    return this.options.store.getState().batches.find(({ id }) => id === batchId);
  }
}

async function work(task: BatchTask): Promise<void> {
  // Nobody acts before the first view is there: what an act does is loaded with the first one.
  const { runChange } = await import('./run-change');
  for (let change = task.batch.pending[0]; change; change = task.batch.pending[0]) {
    // Changes of one batch build on one another.
    // oxlint-disable-next-line no-await-in-loop
    const goesOn = await runChange(task, change);
    if (task.batch.pending[0] === change) throw new Error(`Nothing came of the ${change.kind} step.`);
    if (goesOn) continue;
    const last = task.batch.failures.at(-1);
    for (const left of task.batch.pending) {
      // oxlint-disable-next-line no-await-in-loop
      await task.fail(left, last?.reason ?? 'invalid', last?.message ?? 'An earlier step failed.');
    }
  }
}

function outcome({ failures, done }: Batch): BatchState {
  if (failures.length === 0) return 'done';
  return done.length > 0 ? 'partly-failed' : 'failed';
}
