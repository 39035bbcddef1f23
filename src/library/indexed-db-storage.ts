import { type IDBPDatabase, openDB } from 'idb';
import { openIdbTransaction } from './idb-transaction';
import { type Storage, StorageFullError, type WriteTransaction } from './storage';
import { TABLES, type TableDefinition, type TableName } from './tables';

export interface IndexedDbOptions {
  /** Name of the database. Default: `vitrine-library`. */
  name?: string;
  /** Told when another tab holds an older version open, so that the person can be asked to close it. */
  onBlocked?: () => void;
}

/** Raise it with every change of a table or an index, and migrate in `upgrade`. */
const VERSION = 1;

/**
 * A library in IndexedDB, shared by the service worker and the tabs of an origin. The connection opens at the first
 * request, gives way to a newer version, and opens again when it was lost.
 */
export function createIndexedDbStorage(options: IndexedDbOptions = {}): Storage {
  let connection: Promise<IDBPDatabase> | undefined;
  let closed = false;

  const connect = (): Promise<IDBPDatabase> => {
    if (closed) return Promise.reject(new Error('The storage is closed'));
    connection ??= open(options, () => {
      connection = undefined;
    }).catch((thrown: unknown) => {
      connection = undefined;
      throw thrown;
    });
    return connection;
  };

  /** A connection can be on its way out when it is asked for: then one more is opened. */
  const begin = async (tables: readonly TableName[], mode: IDBTransactionMode) => {
    const db = await connect();
    try {
      return db.transaction([...new Set(tables)], mode);
    } catch (thrown) {
      if (nameOf(thrown) !== 'InvalidStateError') throw thrown;
      connection = undefined;
      return (await connect()).transaction([...new Set(tables)], mode);
    }
  };

  const run = async <T>(
    tables: readonly TableName[],
    mode: 'readonly' | 'readwrite',
    work: (tx: WriteTransaction) => Promise<T>,
  ): Promise<T> => {
    const transaction = await begin(tables, mode);
    // Watched from the start: it may abort by itself, and must not do so unheard.
    const done = transaction.done.catch((thrown: unknown) => {
      throw transaction.error ?? thrown;
    });
    done.catch(() => undefined);
    try {
      const result = await work(openIdbTransaction(transaction));
      if (mode === 'readwrite') await done;
      return result;
    } catch (thrown) {
      abort(transaction);
      throw asStorageError(thrown, transaction.error);
    }
  };

  return {
    read: (tables, work) => run(tables, 'readonly', work),
    write: (tables, work) => run(tables, 'readwrite', work),
    close() {
      closed = true;
      void connection?.then((db) => db.close());
    },
  };
}

async function open(
  { name = 'vitrine-library', onBlocked }: IndexedDbOptions,
  onLost: () => void,
): Promise<IDBPDatabase> {
  const db = await openDB(name, VERSION, {
    upgrade(database) {
      for (const [table, definition] of Object.entries(TABLES) as [TableName, TableDefinition][]) {
        const { keyPath, indexes } = definition;
        const store = database.createObjectStore(table, { keyPath: asPath(keyPath) });
        for (const [index, { keyPath: path, multiEntry = false }] of Object.entries(indexes)) {
          store.createIndex(index, asPath(path), { multiEntry });
        }
      }
    },
    blocked: () => onBlocked?.(),
    blocking(_current, _blocked, event) {
      // A newer version wants in: nothing of ours may stand in its way.
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  return db;
}

function asPath(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}

function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function asStorageError(thrown: unknown, cause: unknown): unknown {
  const full = nameOf(thrown) === 'QuotaExceededError' || nameOf(cause) === 'QuotaExceededError';
  return full ? new StorageFullError('The storage is full') : thrown;
}

/** By name, not by class: some engines throw errors that are no `DOMException`, or one of another realm. */
function nameOf(thrown: unknown): string | undefined {
  return thrown instanceof Object && 'name' in thrown ? String(thrown.name) : undefined;
}
