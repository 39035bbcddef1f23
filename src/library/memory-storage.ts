import { isEmptyRange } from './key-range';
import { MemoryTable } from './memory-table';
import type { ReadTransaction, Storage, WriteTransaction } from './storage';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from './tables';

/**
 * A library in memory, for tests and the Node port: the same tables, order and isolation as IndexedDB.
 * Transactions run one after another; a write that throws is rolled back.
 */
export function createMemoryStorage(): Storage {
  const tables = new Map(TABLE_NAMES.map((name) => [name, new MemoryTable(TABLES[name])]));
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new Error('The storage is closed'));
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    read: (scope, work) => inTurn(() => work(openTransaction(tables, scope).tx)),
    write: (scope, work) =>
      inTurn(async () => {
        const { tx, rollBack } = openTransaction(tables, scope);
        try {
          return await work(tx);
        } catch (thrown) {
          rollBack();
          throw thrown;
        }
      }),
    close() {
      closed = true;
    },
  };
}

type Values = Readonly<Record<string, unknown>>;

function openTransaction(tables: ReadonlyMap<TableName, MemoryTable>, scope: readonly TableName[]) {
  const undo: (() => void)[] = [];
  const open = (name: TableName): MemoryTable => {
    const table = tables.get(name);
    // IndexedDB would throw too; a forgotten table must not pass the tests that run in memory.
    if (!table || !scope.includes(name)) throw new Error(`${name} is not in the scope of this transaction`);
    return table;
  };
  const read: ReadTransaction = {
    get: async <N extends TableName>(name: N, key: Parameters<ReadTransaction['get']>[1]) =>
      open(name).get(key) as Tables[N] | undefined,
    getMany: async <N extends TableName>(name: N, keys: Parameters<ReadTransaction['getMany']>[1]) =>
      keys.map((key) => open(name).get(key) as Tables[N] | undefined),
    range: async (name, { index, limit = Number.POSITIVE_INFINITY, reverse = false, ...range }) =>
      isEmptyRange(range) ? [] : (open(name).range(index, range, limit, reverse) as never[]),
  };
  const remove = (table: MemoryTable, key: Parameters<MemoryTable['get']>[0]) => {
    const before = table.delete(key);
    if (before) undo.push(() => table.put(before));
  };
  const tx: WriteTransaction = {
    ...read,
    put(name, record) {
      const table = open(name);
      const values = record as unknown as Values;
      const before = table.put(values);
      undo.push(() => (before ? table.put(before) : table.delete(table.keyOf(values))));
    },
    delete: (name, key) => remove(open(name), key),
    deleteRange(name, range) {
      if (isEmptyRange(range)) return;
      const table = open(name);
      for (const record of table.range(undefined, range, Number.POSITIVE_INFINITY, false)) {
        remove(table, table.keyOf(record));
      }
    },
  };
  return {
    tx,
    rollBack: () => {
      for (const step of undo.toReversed()) step();
    },
  };
}
