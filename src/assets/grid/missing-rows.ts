import type { GridItem, ItemSequence } from './item-sequence';

/** Positions from `from` up to `to` (not included) that are not loaded. */
export interface MissingRows {
  readonly from: number;
  readonly to: number;
  /** Keys of the parts above and below; undefined at either end. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** The part that stands here, though its rows are not kept. */
  readonly dropped?: number;
}

/** Whether some of them stand, or may come to stand, among the positions from `first` to `last`. */
export function isInSight({ from, to }: MissingRows, first: number, last: number): boolean {
  return from <= last && (to > first || to === from);
}

/** What is not loaded among the positions from `first` to `last`; with `ended` false, also what may come behind all. */
export function missingRows<T extends GridItem>(
  items: ItemSequence<T>,
  first: number,
  last: number,
  ended: boolean,
): MissingRows[] {
  const { parts } = items;
  const found: MissingRows[] = [];
  for (let at = Math.max(0, items.partAt(first)); at < parts.length; at += 1) {
    const part = parts[at];
    if (!part || part.start - part.gap > last) return found;
    const { start, gap, key, length } = part;
    const before = parts[at - 1]?.key;
    if (gap > 0 && start > first) found.push({ from: start - gap, to: start, before, after: key });
    const isHere = length > 0 && start <= last && start + length > first;
    if (!part.items && isHere)
      found.push({ from: start, to: start + length, before, after: parts[at + 1]?.key, dropped: key });
  }
  const end = parts.at(-1);
  const from = end ? end.start + end.length : 0;
  const mayGrow = items.length > from || !ended;
  if (mayGrow && last >= from - 1)
    found.push({ from, to: Math.max(from, items.length), before: end?.key, after: undefined });
  return found;
}
