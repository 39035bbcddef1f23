/** One key of an order; `values` by ordinal, NaN (no such number) last in either direction. */
export interface SortKey {
  values: Float64Array;
  descending: boolean;
}

/**
 * The ordinals from `offset` on, at most `limit`, in that order. Equal ones follow their import: against
 * it where the first key descends, so that one direction is the other one backwards. Only what is answered
 * gets sorted: a page of 100,000 costs a few passes over them. Moves `ordinals` about.
 */
export function orderMatches(
  ordinals: number[],
  keys: readonly SortKey[],
  offset: number,
  limit: number,
): number[] {
  const newestFirst = keys[0]?.descending ?? true;
  const compare = comparing(keys, newestFirst);
  const end = Math.min(ordinals.length, offset + limit);
  if (offset >= end) return [];
  // Matches come in the order of import, nearly the order of dates.
  if (newestFirst) ordinals.reverse();
  if (isInOrder(ordinals, compare)) return ordinals.slice(offset, end);
  if (offset > 0) partition(ordinals, offset, 0, compare);
  if (end < ordinals.length) partition(ordinals, end, offset, compare);
  return ordinals.slice(offset, end).sort(compare);
}

type Compare = (a: number, b: number) => number;

function comparing(keys: readonly SortKey[], newestFirst: boolean): Compare {
  return (a, b) => {
    for (const { values, descending } of keys) {
      const x = values[a] as number;
      const y = values[b] as number;
      if (x === y) continue;
      if (Number.isNaN(x)) {
        if (Number.isNaN(y)) continue;
        return 1;
      }
      if (Number.isNaN(y)) return -1;
      return descending ? y - x : x - y;
    }
    return newestFirst ? b - a : a - b;
  };
}

/** Ends with the first that is not, so that it costs nothing where there is an order to be made. */
function isInOrder(all: readonly number[], compare: Compare): boolean {
  for (let at = 1; at < all.length; at += 1) {
    if (compare(all[at - 1] as number, all[at] as number) > 0) return false;
  }
  return true;
}

/** Moves what belongs before place `at` to before it, from place `from` on (quickselect; no two are equal). */
function partition(all: number[], at: number, from: number, compare: Compare): void {
  let [low, high] = [from, all.length - 1];
  while (low < high) {
    const pivot = all[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while (compare(all[left] as number, pivot) < 0) left += 1;
      while (compare(all[right] as number, pivot) > 0) right -= 1;
      if (left > right) break;
      const kept = all[left] as number;
      all[left] = all[right] as number;
      all[right] = kept;
      left += 1;
      right -= 1;
    }
    if (at <= right) high = right;
    else if (at >= left) low = left;
    else return;
  }
}
