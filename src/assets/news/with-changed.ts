import type { AssetSummary } from '~/api/asset-summary';
import type { AssetPages } from '../merge-newest';

/** The pages with what others changed of the assets on them, each in its place; the same pages where nothing did. */
export function withChanged(known: AssetPages, fresh: readonly AssetSummary[]): AssetPages {
  const byId = new Map(fresh.map((asset) => [asset.id, asset]));
  let differs = false;
  const pages = known.pages.map((page) => {
    let changed = false;
    const items = page.items.map((item) => {
      const now = byId.get(item.id);
      if (!now || sayOf(now) === sayOf(item)) return item;
      changed = true;
      // Its box stays, and so does the address of a picture that is on screen. One that was being made has neither.
      const { width, height, url, thumbnailUrl } = item;
      return {
        ...now,
        ...(width > 0 && { width, height }),
        url: url || now.url,
        thumbnailUrl: thumbnailUrl ?? now.thumbnailUrl,
      };
    });
    differs ||= changed;
    return changed ? { ...page, items } : page;
  });
  return differs ? { ...known, pages } : known;
}

function sayOf({ name, status, tags, collectionIds }: AssetSummary): string {
  return JSON.stringify([name, status, tags.toSorted(), collectionIds.toSorted()]);
}
