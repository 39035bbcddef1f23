import type { Key } from './key';
import type { KeyRange } from './key-range';
import type { IndexName, TableName, Tables } from './tables';

/** Which records to read: in key order of the table or of an index, at most `limit`, forwards or in `reverse`. */
export interface RangeQuery<N extends TableName> extends KeyRange {
  index?: IndexName<N>;
  limit?: number;
  reverse?: boolean;
}

/**
 * One consistent view of the library. Await nothing but its own promises: a transaction ends by itself as soon as
 * nothing is asked of it. Records are shared, never to be changed in place.
 */
export interface ReadTransaction {
  /** The record of that primary key. */
  get<N extends TableName>(table: N, key: Key): Promise<Tables[N] | undefined>;
  /** The records of those primary keys, in their order, in one go. */
  getMany<N extends TableName>(table: N, keys: readonly Key[]): Promise<(Tables[N] | undefined)[]>;
  /** The records of a key range; the cost is that of the answer, whatever the size of the table. */
  range<N extends TableName>(table: N, query: RangeQuery<N>): Promise<Tables[N][]>;
}

/** Writes become visible together, or (when the work throws) not at all. Later reads in it see earlier writes. */
export interface WriteTransaction extends ReadTransaction {
  put<N extends TableName>(table: N, record: Tables[N]): void;
  delete(table: TableName, key: Key): void;
  /** Deletes every record of a range of primary keys. */
  deleteRange(table: TableName, range: KeyRange): void;
}

/** Where a library is kept. Every request is one transaction that names the tables it touches. */
export interface Storage {
  read<T>(tables: readonly TableName[], work: (tx: ReadTransaction) => Promise<T>): Promise<T>;
  /** Throws `StorageFullError` where the place is full; nothing of the transaction is kept then. */
  write<T>(tables: readonly TableName[], work: (tx: WriteTransaction) => Promise<T>): Promise<T>;
  /** Lets go of the place; later calls fail. */
  close(): void;
}

/** The disk or the browser's share of it is full. */
export class StorageFullError extends Error {
  override name = 'StorageFullError';
}
