/** One key of an order; `values` by ordinal, NaN (no such number) last in either direction. */
export interface SortKey {
  values: Float64Array;
  descending: boolean;
}

/**
 * The ordinals from `offset` on, at most `limit`, in that order. Equal ones follow their import: against
 * it where the first key descends, so that one direction is the other one backwards.
 */
export function orderMatches(
  ordinals: number[],
  keys: readonly SortKey[],
  offset: number,
  limit: number,
): number[] {
  // Matches come in the order of import, nearly the order of dates: a stable sort has little left to do.
  if (keys[0]?.descending ?? true) ordinals.reverse();
  return ordinals
    .sort((a, b) => {
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
      return 0;
    })
    .slice(offset, offset + limit);
}
