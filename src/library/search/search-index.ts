import type { AssetRecord } from '../asset-record';
import type { WriteTransaction } from '../storage';
import { columnStamp } from './column-cache';
import { POSTING_SPAN, packPosting, unpackPosting } from './posting';
import { numbersOf, termsOf } from './terms';

/** Numbers of one column record. */
export const COLUMN_SPAN = 1024;

type Changes<T> = Map<string, { key: readonly [string, number]; changes: Map<number, T> }>;

/**
 * Collects what a transaction changes in the search index and writes it in one go: every posting and column is read
 * and written once, however many assets touch it. Call `flush` last.
 */
export class SearchIndex {
  readonly #postings: Changes<boolean> = new Map();
  readonly #columns: Changes<number> = new Map();
  readonly #tx: WriteTransaction;

  constructor(tx: WriteTransaction) {
    this.#tx = tx;
  }

  /** Notes that an asset came (`before` undefined), changed, or went (`after` undefined). */
  replace(before: AssetRecord | undefined, after: AssetRecord | undefined): void {
    const ordinal = (after ?? before)?.ordinal ?? 0;
    const gone = before ? termsOf(before) : new Set<string>();
    for (const term of after ? termsOf(after) : []) {
      if (!gone.delete(term)) note(this.#postings, term, ordinal, POSTING_SPAN, true);
    }
    for (const term of gone) note(this.#postings, term, ordinal, POSTING_SPAN, false);
    const old = before && numbersOf(before);
    for (const [name, value] of after ? numbersOf(after) : []) {
      if (!Object.is(value, old ? old.get(name) : Number.NaN)) {
        note(this.#columns, name, ordinal, COLUMN_SPAN, value);
      }
    }
  }

  /** Writes what was noted. */
  async flush(): Promise<void> {
    await Promise.all([this.#flushPostings(), this.#flushColumns()]);
  }

  async #flushPostings(): Promise<void> {
    const changed = [...this.#postings.values()];
    this.#postings.clear();
    const stored = await this.#tx.getMany(
      'postings',
      changed.map(({ key }) => key),
    );
    for (const [at, { key, changes }] of changed.entries()) {
      const bits = new Uint32Array(POSTING_SPAN / 32);
      const before = stored[at];
      if (before) unpackPosting(before.data, bits, 0);
      for (const [offset, on] of changes) {
        const word = offset >>> 5;
        const bit = 1 << (offset & 31);
        bits[word] = on ? (bits[word] as number) | bit : (bits[word] as number) & ~bit;
      }
      const data = packPosting(bits);
      if (data) this.#tx.put('postings', { term: key[0], chunk: key[1], data });
      else if (before) this.#tx.delete('postings', key);
    }
  }

  async #flushColumns(): Promise<void> {
    const changed = [...this.#columns.values()];
    this.#columns.clear();
    const stored = await this.#tx.getMany(
      'columns',
      changed.map(({ key }) => key),
    );
    for (const [at, { key, changes }] of changed.entries()) {
      const values = stored[at]?.values.slice() ?? new Float64Array(COLUMN_SPAN).fill(Number.NaN);
      for (const [offset, value] of changes) values[offset] = value;
      this.#tx.put('columns', { name: key[0], chunk: key[1], values });
    }
    for (const name of new Set(changed.map(({ key }) => key[0])))
      this.#tx.put('facts', { name: columnStamp(name), value: Math.random() });
  }
}

function note<T>(changes: Changes<T>, name: string, ordinal: number, span: number, value: T): void {
  const chunk = Math.floor(ordinal / span);
  const id = `${chunk}/${name}`;
  let change = changes.get(id);
  if (!change) {
    change = { key: [name, chunk], changes: new Map() };
    changes.set(id, change);
  }
  change.changes.set(ordinal % span, value);
}
