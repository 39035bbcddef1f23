import { compareKeys, type Key } from './key';
import type { KeyRange } from './key-range';

interface Entry {
  key: Key;
  primary: Key;
}

/** Above this many waiting entries one merge is cheaper than placing each. */
const PLACE_ONE_BY_ONE = 64;

/** A sorted list of (key, primary key), made for many inserts between reads. */
export class SortedEntries {
  #entries: Entry[] = [];
  #waiting: Entry[] = [];

  add(key: Key, primary: Key): void {
    this.#waiting.push({ key, primary });
  }

  remove(key: Key, primary: Key): void {
    this.#settle();
    const at = this.#firstAt({ key, primary }, false);
    const found = this.#entries[at];
    if (found && compareEntries(found, { key, primary }) === 0) this.#entries.splice(at, 1);
  }

  /** Primary keys of the range, in order. */
  primaries(range: KeyRange, limit: number, reverse: boolean): Key[] {
    this.#settle();
    const start = this.#bound(range.from, range.fromOpen ?? false, 0);
    const end = this.#bound(range.to, !(range.toOpen ?? false), this.#entries.length);
    if (end <= start) return [];
    const slice = reverse
      ? this.#entries.slice(Math.max(start, end - limit), end).reverse()
      : this.#entries.slice(start, Math.min(end, start + limit));
    return slice.map(({ primary }) => primary);
  }

  #bound(key: Key | undefined, after: boolean, otherwise: number): number {
    if (key === undefined) return otherwise;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareKeys((this.#entries[middle] as Entry).key, key);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #firstAt(entry: Entry, after: boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareEntries(this.#entries[middle] as Entry, entry);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length <= PLACE_ONE_BY_ONE) {
      for (const entry of waiting) this.#entries.splice(this.#firstAt(entry, true), 0, entry);
    } else {
      // The sort recognises the sorted run in front and merges the rest into it.
      this.#entries = [...this.#entries, ...waiting.sort(compareEntries)].sort(compareEntries);
    }
  }
}

function compareEntries(a: Entry, b: Entry): number {
  return compareKeys(a.key, b.key) || compareKeys(a.primary, b.primary);
}
