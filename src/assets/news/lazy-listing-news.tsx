import { lazyPart } from '~/ui/lazy-part';
import { needsSearch } from '../asset-filters';
import type { AssetPlace } from '../use-asset-place';

const ListingNews = lazyPart(() => import('./listing-news'), 'ListingNews');

/** What others brought, where others are: a far end's listing by date, newest first. */
export function LazyListingNews({ place, onShown }: { place: AssetPlace; onShown: () => void }) {
  const { workspace, filters, search, listing } = place;
  const isByDate = (filters.sort ?? 'newest') === 'newest' && !needsSearch(filters);
  if (workspace.kind !== 'remote' || !isByDate || search.selected || listing.pages === undefined) return null;
  return (
    <ListingNews key={JSON.stringify(filters)} workspace={workspace} filters={filters} onShown={onShown} />
  );
}
