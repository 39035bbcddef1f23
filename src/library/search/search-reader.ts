import { LAST } from '../key';
import type { ReadTransaction } from '../storage';
import type { BitSet } from './bit-set';
import { type ColumnCache, columnStamp } from './column-cache';
import { POSTING_SPAN, unpackPosting } from './posting';
import { COLUMN_SPAN } from './search-index';

/** Reads the search index within one transaction; `ordinals` were given out so far. */
export class SearchReader {
  readonly #tx: ReadTransaction;
  readonly #columns = new Map<string, Promise<Float64Array>>();
  readonly #cache: ColumnCache;
  readonly #ordinals: number;
  readonly size: number;

  constructor(tx: ReadTransaction, ordinals: number, cache: ColumnCache) {
    this.#tx = tx;
    this.#cache = cache;
    this.#ordinals = ordinals;
    this.size = Math.ceil(ordinals / POSTING_SPAN) * POSTING_SPAN;
  }

  empty(): BitSet {
    return new Uint32Array(this.size / 32);
  }

  /** Assets with exactly this term. */
  async term(term: string): Promise<BitSet> {
    return this.#collect([term], [term, LAST]);
  }

  /** Assets with any term that begins so; `accept` looks at the whole term. */
  async prefix(start: string, accept: (term: string) => boolean = () => true): Promise<BitSet> {
    return this.#collect([start], [`${start}\uffff`], accept);
  }

  /** A number of every asset by ordinal, NaN where there is none: shared, never to be changed. */
  async column(name: string): Promise<Float64Array> {
    const known = this.#columns.get(name);
    if (known) return known;
    const read = this.#readColumn(name);
    this.#columns.set(name, read);
    return read;
  }

  async #readColumn(name: string): Promise<Float64Array> {
    const stamp = (await this.#tx.get('facts', columnStamp(name)))?.value;
    const kept = typeof stamp === 'number' ? this.#cache.find(name, stamp, this.#ordinals) : undefined;
    if (kept) return kept;
    const values = new Float64Array(this.size).fill(Number.NaN);
    const records = await this.#tx.range('columns', { from: [name], to: [name, LAST] });
    for (const record of records) values.set(record.values, record.chunk * COLUMN_SPAN);
    if (typeof stamp === 'number') this.#cache.keep(name, stamp, this.#ordinals, values);
    return values;
  }

  async #collect(
    from: readonly string[],
    to: readonly (string | typeof LAST)[],
    accept: (term: string) => boolean = () => true,
  ): Promise<BitSet> {
    const bits = this.empty();
    for (const { term, chunk, data } of await this.#tx.range('postings', { from, to })) {
      if (accept(term)) unpackPosting(data, bits, (chunk * POSTING_SPAN) / 32);
    }
    return bits;
  }
}
