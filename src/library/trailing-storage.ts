import { createMemoryStorage } from './memory-storage';
import type { Storage, WriteTransaction } from './storage';
import type { TableName } from './tables';

type Step = (tx: WriteTransaction) => void;

/** A library and how it was a while ago, for a search that follows what is written only after a time. */
export interface TrailingStorage {
  /** The library itself. */
  storage: Storage;
  /** The same, later. */
  trailing: Storage;
  /** From now on what is written shows there after so many milliseconds; until then at once. */
  lag(ms: number): void;
}

/** Watches what is written to a library and does it again elsewhere. */
export function trailStorage(storage: Storage): TrailingStorage {
  const trailing = createMemoryStorage();
  let lagMs = 0;

  const repeat = (tables: readonly TableName[], steps: readonly Step[]) =>
    trailing.write(tables, async (tx) => {
      for (const step of steps) step(tx);
    });

  return {
    trailing,
    lag: (ms) => (lagMs = ms),
    storage: {
      ...storage,
      async write(tables, work) {
        const steps: Step[] = [];
        const result = await storage.write(tables, (tx) => work(watched(tx, steps)));
        if (lagMs === 0) await repeat(tables, steps);
        // Equal waits end in the order in which they began.
        else setTimeout(() => void repeat(tables, steps), lagMs);
        return result;
      },
    },
  };
}

function watched(tx: WriteTransaction, steps: Step[]): WriteTransaction {
  const both = (step: Step) => {
    steps.push(step);
    step(tx);
  };
  return {
    ...tx,
    put: (table, record) => both((one) => one.put(table, record)),
    delete: (table, key) => both((one) => one.delete(table, key)),
    deleteRange: (table, range) => both((one) => one.deleteRange(table, range)),
  };
}
