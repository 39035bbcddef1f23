import { type IDBPIndex, type IDBPObjectStore, type IDBPTransaction, unwrap } from 'idb';
import type { Key } from './key';
import { isEmptyRange, type KeyRange } from './key-range';
import type { WriteTransaction } from './storage';
import type { TableName, Tables } from './tables';

type Transaction = IDBPTransaction<unknown, string[], IDBTransactionMode>;
type Source = IDBPObjectStore<unknown, string[], string, IDBTransactionMode> | IDBPIndex;

/** The tables of a library seen through one IndexedDB transaction. */
export function openIdbTransaction(transaction: Transaction): WriteTransaction {
  const store = (table: TableName) => transaction.objectStore(table);
  const get = async <N extends TableName>(table: N, key: Key) =>
    (await store(table).get(asIdbKey(key))) as Tables[N] | undefined;
  return {
    get,
    getMany: (table, keys) => Promise.all(keys.map((key) => get(table, key))),
    async range(table, { index, limit, reverse = false, ...range }) {
      if (isEmptyRange(range)) return [];
      const source = index === undefined ? store(table) : store(table).index(index);
      const found = await readRange(source as Source, asIdbRange(range), limit, reverse);
      return found as never[];
    },
    put: (table, record) => settle(store(table).put?.(record)),
    delete: (table, key) => settle(store(table).delete?.(asIdbKey(key))),
    deleteRange(table, range) {
      if (isEmptyRange(range)) return;
      // Without bounds there is nothing to tell IndexedDB but "all".
      settle(store(table).delete?.(asIdbRange(range) ?? IDBKeyRange.lowerBound(-Infinity)));
    },
  };
}

/** A write that fails ends the transaction, whose end is waited for: there is nothing else to do about it here. */
function settle(request: Promise<unknown> | undefined): void {
  request?.catch(() => undefined);
}

function asIdbKey(key: Key): IDBValidKey {
  return key as IDBValidKey;
}

function asIdbRange({ from, to, fromOpen = false, toOpen = false }: KeyRange): IDBKeyRange | undefined {
  if (from !== undefined && to !== undefined) {
    return IDBKeyRange.bound(asIdbKey(from), asIdbKey(to), fromOpen, toOpen);
  }
  if (from !== undefined) return IDBKeyRange.lowerBound(asIdbKey(from), fromOpen);
  return to === undefined ? undefined : IDBKeyRange.upperBound(asIdbKey(to), toOpen);
}

/** `getAll({ direction })` of 2025: it came together with `getAllRecords`. */
interface ReverseReader {
  getAll(options: {
    query?: IDBKeyRange | undefined;
    count?: number | undefined;
    direction: IDBCursorDirection;
  }): IDBRequest<unknown[]>;
}

async function readRange(
  source: Source,
  range: IDBKeyRange | undefined,
  limit: number | undefined,
  reverse: boolean,
): Promise<unknown[]> {
  if (!reverse) return source.getAll(range ?? null, limit);
  if ('getAllRecords' in IDBIndex.prototype) {
    const reader = unwrap(source as IDBPIndex) as unknown as ReverseReader;
    return promised(reader.getAll({ query: range, count: limit, direction: 'prev' }));
  }
  // Only where the engine cannot read backwards at once: listings are stored newest first, so this is the rare way.
  const found: unknown[] = [];
  let cursor = await source.openCursor(range ?? null, 'prev');
  while (cursor && found.length < (limit ?? Number.POSITIVE_INFINITY)) {
    found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}

async function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The read failed')));
  });
}
