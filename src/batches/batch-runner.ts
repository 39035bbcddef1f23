import type { Batch, BatchState } from './batch';
import { isSettled, isToStop } from './batch';
import { type BatchStore, resolveCollectionId } from './batch-store';
import { BatchTask, Cancelled, type TaskPorts } from './batch-task';
import { collectionsOf } from './change';
import { runChange } from './run-change';
import { settleSent } from './settle-sent';

interface BatchRunnerOptions {
  store: BatchStore;
  ports: TaskPorts;
}

/** Runs the batches of one workspace: those that share a collection in order, others side by side. */
export class BatchRunner {
  private readonly tasks = new Map<string, BatchTask>();
  /** Batches that are written down; no other is run. */
  private readonly accepted = new Set<string>();

  constructor(private readonly options: BatchRunnerOptions) {}

  /** Takes batches that are written down and runs each in its turn. */
  accept(batchIds: readonly string[]): void {
    for (const id of batchIds) this.accepted.add(id);
    this.schedule();
  }

  /** The person wishes something else for a batch. */
  wished(batchId: string): void {
    const task = this.tasks.get(batchId);
    if (task) task.wished();
    else this.schedule();
  }

  /** Looks what can begin; called whenever a batch has come or settled. */
  schedule(): void {
    const { ports, store } = this.options;
    const unsettled = store.getState().batches.filter((batch) => !isSettled(batch));
    unsettled.forEach((batch, index) => {
      if (this.tasks.has(batch.id) || !this.accepted.has(batch.id)) return;
      // Another tab's act may be heard of late: what was handed over after it may be running already.
      const before = unsettled.filter((other, at) => at < index || this.tasks.has(other.id));
      const inOrder = before.every((earlier) => !this.conflict(earlier, batch));
      // What is cancelled before its turn needs none; what was sent before a crash is looked at in its turn.
      if (inOrder || (isToStop(batch) && batch.sent.length === 0)) void this.run(batch.id);
      else if (batch.hold?.kind !== 'order')
        void ports.happened(batch.id, { type: 'held', hold: { kind: 'order' }, at: ports.clock.now() });
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

  private async run(batchId: string): Promise<void> {
    const { ports } = this.options;
    const task = new BatchTask(batchId, ports);
    this.tasks.set(batchId, task);
    let state: BatchState | undefined;
    try {
      await work(task);
    } catch (thrown) {
      // Another tab goes on with it.
      if (!ports.isOpen()) return;
      if (thrown instanceof Cancelled) {
        state = 'cancelled';
        await lookAtSent(task);
      } else await failRest(task, thrown instanceof Error ? thrown.message : String(thrown));
    }
    await task.settleWrites();
    this.tasks.delete(batchId);
    if (!ports.isOpen()) return;
    await ports.happened(batchId, {
      type: 'state',
      state: state ?? outcome(task.batch),
      at: ports.clock.now(),
    });
    this.schedule();
  }
}

async function work(task: BatchTask): Promise<void> {
  for (let change = task.batch.pending[0]; change; change = task.batch.pending[0]) {
    // Changes of one batch build on one another.
    // oxlint-disable-next-line no-await-in-loop
    const goesOn = await runChange(task, change);
    if (task.batch.pending[0] === change) throw new Error(`Nothing came of the ${change.kind} step.`);
    // The next change may name the same items: of those nothing has been sent yet.
    task.unclear.clear();
    if (goesOn) continue;
    const last = task.batch.failures.at(-1);
    for (const left of task.batch.pending) {
      // oxlint-disable-next-line no-await-in-loop
      await task.fail(left, last?.reason ?? 'invalid', last?.message ?? 'An earlier step failed.');
    }
  }
}

async function lookAtSent(task: BatchTask): Promise<void> {
  task.retract();
  if (task.batch.sent.length === 0) return;
  await settleSent(task);
}

async function failRest(task: BatchTask, message: string): Promise<void> {
  for (const change of task.batch.pending) {
    // oxlint-disable-next-line no-await-in-loop
    await task.fail(change, 'unusable', message);
  }
}

function outcome({ failures, done }: Batch): BatchState {
  if (failures.length === 0) return 'done';
  return done.length > 0 ? 'partly-failed' : 'failed';
}
