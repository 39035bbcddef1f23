import type { Key } from './key';

/**
 * Entry of a listing index: [listing, sort value, id]. Sort values are negated, so that ascending key order is newest
 * (or largest) first: the usual order then needs no reverse read, which not every browser can do in one call.
 */
export type ListKey = readonly [listing: Key, negatedSortValue: number, id: string];

/** The entries of one record, one per listing it stands in. */
export function listKeys(listings: readonly Key[], negatedSortValue: number, id: string): ListKey[] {
  return [...new Set(listings)].map((listing) => [listing, negatedSortValue, id]);
}
