/** A storage key, ordered as IndexedDB orders keys: numbers before texts before lists. */
export type Key = string | number | readonly Key[];

/** Negative, zero or positive, in IndexedDB's order (texts by UTF-16 code unit). */
export function compareKeys(a: Key, b: Key): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'object' && typeof b === 'object') {
    const shared = Math.min(a.length, b.length);
    for (let at = 0; at < shared; at += 1) {
      const order = compareKeys(a[at] as Key, b[at] as Key);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(key: Key): number {
  if (typeof key === 'number') return 0;
  return typeof key === 'string' ? 1 : 2;
}

/** Sorts after every number and text that could stand in the same place of a list key. */
export const LAST: Key = [];
