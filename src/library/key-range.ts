import { compareKeys, type Key } from './key';

/** A bounded range of keys; bounds are included unless `…Open`. */
export interface KeyRange {
  from?: Key | undefined;
  to?: Key | undefined;
  fromOpen?: boolean;
  toOpen?: boolean;
}

/** Whether a range can hold no key at all (IndexedDB throws on such bounds instead of answering nothing). */
export function isEmptyRange({ from, to, fromOpen, toOpen }: KeyRange): boolean {
  if (from === undefined || to === undefined) return false;
  const order = compareKeys(from, to);
  return order > 0 || (order === 0 && Boolean(fromOpen ?? toOpen));
}
