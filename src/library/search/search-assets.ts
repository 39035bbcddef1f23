import type { SearchAssetsBody } from '~/contract/search';
import type { AssetRecord } from '../asset-record';
import { badRequest } from '../library-error';
import type { ReadTransaction } from '../storage';
import { members } from './bit-set';
import type { ColumnCache } from './column-cache';
import { matchFilter } from './match-filter';
import { matchText } from './match-text';
import { orderMatches } from './order-matches';
import { parseFilter } from './parse-filter';
import { SearchReader } from './search-reader';
import { OWN, PUBLIC } from './terms';

/** Tables a search reads. */
export const SEARCH_TABLES = ['assets', 'postings', 'columns', 'facts'] as const;

/**
 * Finds assets by text and filter: own ones, or public ones of everybody. `total` is exact. Without `sortBy` what came in
 * last comes first: there is no relevance without typos, and who only counts waits for no order. 400 for a bad filter and
 * for search by likeness.
 */
export async function searchAssets(
  tx: ReadTransaction,
  columns: ColumnCache,
  body: SearchAssetsBody,
  offset: number,
  limit: number,
): Promise<{ records: AssetRecord[]; total: number }> {
  if (body.image !== undefined || body.images !== undefined || (body.querySemanticRatio ?? 0) > 0) {
    throw badRequest('This library searches by text and filter, not by likeness or meaning');
  }
  const filter = body.filter?.trim() ? parseFilter(body.filter) : undefined;
  const next = await tx.get('facts', 'nextOrdinal');
  const reader = new SearchReader(tx, typeof next?.value === 'number' ? next.value : 0, columns);
  const universe = await reader.term(body.public ? PUBLIC : OWN);
  const found = await matchText(reader, body.query ?? '', universe);
  const passed = filter ? await matchFilter(reader, filter, found) : found;
  const ordinals = members(passed);
  const total = ordinals.length;
  if (offset >= total) return { records: [], total };
  const { sortBy } = body;
  if (!sortBy?.length) {
    const page = ordinals.reverse().slice(offset, offset + limit);
    return { records: await readOrdinals(tx, page), total };
  }
  const keys = await Promise.all(
    sortBy.map(async (key) => {
      const [field = '', direction] = key.split(':');
      return { values: await reader.column(field), descending: direction === 'desc' };
    }),
  );
  const records = await readOrdinals(tx, orderMatches(ordinals, keys, offset, limit));
  return { records, total };
}

/** Ordinals at most this far apart are read in one go: a few records too many cost less than one more request. */
const NEAR = 8;

/** The assets of those ordinals, in their order. Those that came in together mostly stand together. */
async function readOrdinals(tx: ReadTransaction, ordinals: readonly number[]): Promise<AssetRecord[]> {
  const runs: { from: number; to: number }[] = [];
  for (const ordinal of ordinals.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && ordinal - run.to <= NEAR) run.to = ordinal;
    else runs.push({ from: ordinal, to: ordinal });
  }
  const found = await Promise.all(runs.map((run) => tx.range('assets', { index: 'byOrdinal', ...run })));
  const byOrdinal = new Map(found.flat().map((record) => [record.ordinal, record]));
  return ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? []);
}
