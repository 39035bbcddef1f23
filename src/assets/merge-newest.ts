import type { InfiniteData } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { Page } from '~/api/page';

export type AssetPages = InfiniteData<Page<AssetSummary>>;

/**
 * Puts what has come since on top of a listing sorted newest first, without touching the pages below. `fresh` are
 * its first pages as they are now; undefined where they do not reach down to what is known yet, so that one more
 * page is needed.
 */
export function mergeNewest(known: AssetPages, fresh: readonly Page<AssetSummary>[]): AssetPages | undefined {
  const ids = new Set(known.pages.flatMap((page) => page.items.map(({ id }) => id)));
  const items = fresh.flatMap((page) => page.items);
  const meets = items.some(({ id }) => ids.has(id)) || fresh.at(-1)?.next === undefined;
  const first = known.pages[0];
  if (!meets || !first) return undefined;
  const added = items.filter(({ id }) => !ids.has(id));
  if (added.length === 0) return known;
  return { ...known, pages: [{ ...first, items: [...added, ...first.items] }, ...known.pages.slice(1)] };
}
