/** Sets of assets as bitmaps over ordinals; all of one search have the same length. */
export type BitSet = Uint32Array;

/** What both hold. */
export function intersect(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & (b[at] as number));
}

/** What either holds. */
export function unite(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word | (b[at] as number));
}

/** What the first holds and the second does not. */
export function subtract(a: BitSet, b: BitSet): BitSet {
  return a.map((word, at) => word & ~(b[at] as number));
}

/** The ordinals in the set, ascending. */
export function members(set: BitSet): number[] {
  const found: number[] = [];
  for (let at = 0; at < set.length; at += 1) {
    for (let word = set[at] as number; word !== 0; word &= word - 1) {
      found.push(at * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return found;
}

/** Adds one ordinal in place. */
export function include(set: BitSet, ordinal: number): void {
  const at = ordinal >>> 5;
  set[at] = (set[at] as number) | (1 << (ordinal & 31));
}
