import type { Position } from './cursor';
import { compareKeys, LAST } from './key';
import type { ListKey } from './list-keys';
import type { IndexName, TableName, Tables } from './tables';
import type { RangeQuery, ReadTransaction } from './storage';

export interface ListQuery<N extends TableName> {
  table: N;
  index: IndexName<N>;
  /** Listings whose union is read; usually one. */
  listings: readonly string[];
  direction: 'asc' | 'desc';
  limit: number;
  after: Position | undefined;
  /** Exclusive bounds of the sort value. */
  above?: number | undefined;
  below?: number | undefined;
  /** The entry of the record in that index. */
  keysOf: (record: Tables[N]) => readonly ListKey[];
  /** What the index cannot say. */
  accept: (record: Tables[N]) => boolean;
}

export interface ListPage<T> {
  records: T[];
  /** Where to go on; undefined at the end. */
  end: Position | undefined;
}

/**
 * Rows read at most for one page where filters leave most of them out; the page is short then (a short page is not
 * the end), so that a rare filter never makes a request as long as the library.
 */
const ROWS_PER_PAGE = 4000;

/** Reads one page of the union of listings by `getAll` on index ranges, in order and without repeats. */
export async function listPage<N extends TableName>(
  tx: ReadTransaction,
  query: ListQuery<N>,
): Promise<ListPage<Tables[N]>> {
  const records: Tables[N][] = [];
  let after = query.after;
  let step = query.limit + 1;
  for (let read = 0; ; ) {
    const rows = await readRows(tx, query, after, step);
    for (const row of rows) {
      if (records.length === query.limit) return { records, end: after };
      after = row.position;
      if (query.accept(row.record)) records.push(row.record);
    }
    if (rows.length < step) return { records, end: undefined };
    read += rows.length;
    if (read >= ROWS_PER_PAGE && records.length > 0) return { records, end: after };
    step = 500;
  }
}

interface Row<T> {
  position: Position;
  record: T;
}

async function readRows<N extends TableName>(
  tx: ReadTransaction,
  query: ListQuery<N>,
  after: Position | undefined,
  limit: number,
): Promise<Row<Tables[N]>[]> {
  const runs = await Promise.all(
    query.listings.map(async (listing) => {
      const found = await tx.range(query.table, rangeOf(query, listing, after, limit));
      return found.map(
        (record): Row<Tables[N]> => ({ record, position: positionIn(query, record, listing) }),
      );
    }),
  );
  const [only = []] = runs;
  if (runs.length === 1) return only;
  const sign = query.direction === 'desc' ? 1 : -1;
  const merged = runs.flat().sort((a, b) => sign * compareKeys([...a.position], [...b.position]));
  return merged.filter((row, at) => row.position[1] !== merged[at - 1]?.position[1]).slice(0, limit);
}

function rangeOf<N extends TableName>(
  { index, direction, above, below }: ListQuery<N>,
  listing: string,
  after: Position | undefined,
  limit: number,
): RangeQuery<N> {
  // Stored values are negated: "below 5" is everything after −5, and newest first is forwards.
  const bounds = {
    from: below === undefined ? [listing] : [listing, -below, LAST],
    to: above === undefined ? [listing, LAST] : [listing, -above],
    fromOpen: true,
    toOpen: true,
  };
  if (after && direction === 'desc') bounds.from = [listing, ...after];
  if (after && direction === 'asc') bounds.to = [listing, ...after];
  return { index, ...bounds, limit, reverse: direction === 'asc' };
}

function positionIn<N extends TableName>(query: ListQuery<N>, record: Tables[N], listing: string): Position {
  const entry = query.keysOf(record).find(([name]) => name === listing);
  if (!entry) throw new Error(`${listing} is not a listing of its record`);
  return [entry[1], entry[2]];
}
