import { nextTask } from '~/ui/next-task';
import type { Batch } from './batch';
import { type BatchStore, prepareChanges, putBatch } from './batch-store';
import { warmProjection } from './warm-projection';

/** So many items are made ready bit by bit before they are shown. */
export const MANY = 1000;

/**
 * Shows what is handed over, in its order: a few items at once, thousands after work in several tasks, so that the page
 * has its frames meanwhile.
 */
export class HandOver {
  private last: Promise<void> | undefined;

  constructor(private readonly store: BatchStore) {}

  /** When everything handed over so far is shown. Never rejects. */
  get shown(): Promise<void> {
    return this.last ?? Promise.resolve();
  }

  /**
   * Plans a batch of about `items` items when it is its turn, shows it, and goes on with it; all of that at once where
   * they are few and nothing is before them. Rejects where the plan throws or what follows rejects.
   */
  show<T>(items: number, plan: () => Batch, then: (shown: Batch) => Promise<T>): Promise<T> {
    if (!this.last && items < MANY) {
      const batch = plan();
      putBatch(this.store, batch);
      return then(batch);
    }
    const shown = this.showInTurn(plan, then);
    const over = this.after(shown, () => this.last === over);
    this.last = over;
    return shown.then(({ result }) => result);
  }

  private async after(shown: Promise<unknown>, isLast: () => boolean): Promise<void> {
    await shown.catch(() => undefined);
    if (isLast()) this.last = undefined;
  }

  private async showInTurn<T>(
    plan: () => Batch,
    then: (shown: Batch) => Promise<T>,
  ): Promise<{ result: Promise<T> }> {
    await this.last;
    await nextTask();
    const batch = plan();
    await nextTask();
    const prepared = prepareChanges(this.store, batch);
    await warmProjection(prepared.changes);
    putBatch(this.store, batch, { prepared });
    return { result: then(batch) };
  }
}
