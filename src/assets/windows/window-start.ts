import type { AssetFilters } from '../asset-filters';

/** Where a page far into a listing begins. */
export interface WindowStart {
  /** Milliseconds: it begins with the first row of this date in the listing's order. Undefined: at the listing's own start. */
  readonly at?: number | undefined;
  /** Goes against the order, from the last row before `at` upwards. */
  readonly up?: boolean | undefined;
  /** Token of the page it goes on from; in a search the number of rows left out. */
  readonly token?: string | undefined;
  /** Tells pages apart that begin at the same offset at different times, because rows before it have gone. */
  readonly turn?: number | undefined;
}

export function isSameStart(one: WindowStart, other: WindowStart): boolean {
  return one.at === other.at && one.token === other.token && Boolean(one.up) === Boolean(other.up);
}

/** The date a listing is sorted by; undefined where it is sorted by something else. */
export function dateFieldOf({ sort }: AssetFilters): 'createdAt' | 'updatedAt' | undefined {
  if (sort === 'width' || sort === 'height') return undefined;
  return sort === 'updated' ? 'updatedAt' : 'createdAt';
}

/**
 * The bound and direction that make a listing begin at a date. The contract's bounds are exclusive and whole imports
 * share a millisecond: downwards the bound lies a millisecond before the date, so that all rows of it are there;
 * upwards it is the date itself, so that none comes twice.
 */
export function boundOf(
  { sort }: AssetFilters,
  { up = false }: WindowStart,
  at: number,
): { side: 'After' | 'Before'; date: string; direction: 'asc' | 'desc' } {
  const towardsPast = (sort !== 'oldest') !== up;
  const margin = up ? 0 : 1;
  return towardsPast
    ? { side: 'Before', date: new Date(at + margin).toISOString(), direction: 'desc' }
    : { side: 'After', date: new Date(at - margin).toISOString(), direction: 'asc' };
}

/** The moment of a calendar day at which a listing comes to it, in milliseconds: its end where the newest come first. */
export function firstMomentOf({ sort }: AssetFilters, day: string): number {
  const date = new Date(`${day}T00:00:00`);
  if (sort !== 'oldest') date.setDate(date.getDate() + 1);
  return date.getTime() - (sort === 'oldest' ? 0 : 1);
}
