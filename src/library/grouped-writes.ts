import type { Storage, WriteTransaction } from './storage';
import type { TableName } from './tables';

/** Works on `tables` in a transaction that may be shared; of equal keys one after another, each in a transaction of its own. */
export type GroupedWrite = <T>(
  key: string,
  tables: readonly TableName[],
  work: (tx: WriteTransaction) => Promise<T>,
) => Promise<T>;

interface Waiting {
  readonly key: string;
  readonly tables: readonly TableName[];
  /** Does the work and keeps its result; rejects where the work does. */
  readonly work: (tx: WriteTransaction) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/**
 * Writes that come while one of them is under way share the next transaction, on the tables that they need together:
 * transactions on the same tables run one after another, and for a small record the transaction costs far more than the
 * record. Where a shared one fails, each is tried by itself, so that one that is refused takes none along.
 */
export function createGroupedWrites(storage: Storage): GroupedWrite {
  const waiting: Waiting[] = [];
  let running = false;

  async function run(group: readonly Waiting[]): Promise<void> {
    const tables = new Set(group.flatMap((one) => one.tables));
    try {
      await storage.write([...tables], (tx) => workAll(group, tx));
      for (const { resolve } of group) resolve();
    } catch (thrown) {
      if (group.length === 1) group[0]?.reject(thrown);
      else for (const one of group) await run([one]);
    }
  }

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      // Two works of one key read what the other writes, so the second waits for the next transaction.
      const group = new Map<string, Waiting>();
      for (const entry of waiting) if (!group.has(entry.key)) group.set(entry.key, entry);
      const taken = new Set(group.values());
      waiting.splice(0, waiting.length, ...waiting.filter((entry) => !taken.has(entry)));
      await run([...taken]);
    }
    running = false;
  }

  return async (key, tables, work) => {
    let result: { value: Awaited<ReturnType<typeof work>> } | undefined;
    await new Promise<void>((resolve, reject) => {
      waiting.push({
        key,
        tables,
        work: async (tx) => {
          result = { value: await work(tx) };
        },
        resolve,
        reject,
      });
      if (!running) void drain();
    });
    if (!result) throw new Error('A grouped write ended without its result');
    return result.value;
  };
}

/** Throws what one of them threw, but only when all have ended: none may go on writing after that. */
async function workAll(group: readonly Waiting[], tx: WriteTransaction): Promise<void> {
  const ends = await Promise.allSettled(group.map(async ({ work }) => work(tx)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
