import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { AssetSummary } from '~/api/asset-summary';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters } from './asset-filters';
import type { AssetPage } from './asset-queries';
import type { AssetSearch } from './asset-search';
import { type GridView, steppedSize } from './grid/grid-view';
import type { ItemSequence } from './grid/item-sequence';
import { type Listing, type ListingQuery, listingOf } from './grid/listing';
import { useGridView } from './grid/use-grid-view';
import { readBetween } from './read-between';
import { readMatching } from './read-matching';
import type { PlaceSelection } from './selection/selection-store';
import { type SelectAll, useSelectAll } from './selection/use-select-all';
import { useSelectedOnly } from './selection/use-selected-only';
import { type ChangeSearch, useSearchChange } from './use-search-change';
import { openingState } from './viewer/viewer-history';
import { useListedItems } from './windows/use-listed-items';
import { dateAt } from './windows/position-date';
import type { FarPages } from './windows/use-listing-windows';
import { dateFieldOf, firstMomentOf } from './windows/window-start';

interface AssetPlaceQuery extends ListingQuery {
  error: unknown;
}

interface AssetPlaceOptions {
  workspace: Workspace;
  search: AssetSearch;
  filters: AssetFilters;
  query: AssetPlaceQuery;
  /** The loaded pages as they are to be shown (with pending batches applied). */
  pages: readonly AssetPage[] | undefined;
  /** What is read of it beyond those pages. */
  far: FarPages;
  /** Exact number of assets that match, where known. */
  total: number | null | undefined;
  selection: PlaceSelection<AssetSummary>;
  /** One asset is to be chosen, not several. */
  choosesOne?: boolean;
}

/** The first row from a day on. */
interface FoundDay {
  /** The number of all rows where there is none. */
  position: number;
  /** Its own date in milliseconds; undefined where there is none, or the workspace does not tell. */
  at: number | undefined;
}

export interface AssetPlace extends Omit<AssetPlaceOptions, 'pages' | 'far'> {
  items: ItemSequence<AssetSummary>;
  listing: Listing<AssetSummary>;
  /** Selecting beyond what is loaded; undefined where one is to be chosen. */
  all: SelectAll | undefined;
  view: GridView;
  onViewChange: (view: GridView) => void;
  onSearch: ChangeSearch;
  /** Opens an asset over this place. */
  open: (asset: AssetSummary) => void;
  /** Makes the rows from a calendar day (`2026-05-31`) on available; undefined where the order has no dates. */
  findDay: ((day: string) => Promise<FoundDay | undefined>) | undefined;
}

/** What the parts of a place that shows assets share: header, grid, status line and viewer. Answers its commands. */
export function useAssetPlace({ pages, far, ...options }: AssetPlaceOptions): AssetPlace {
  const { workspace, search, filters, query, selection, choosesOne = false } = options;
  const onSearch = useSearchChange();
  const { view, onViewChange } = useGridView(search, onSearch);
  const head = listingOf(query, pages);
  const { windows, retry, hasMore: isOpen = head.isOpen } = far;
  const listed = useListedItems({ pages, far: far.pages, isOpen, total: options.total });
  const only = useSelectedOnly(selection, search.selected === true, listed);
  const items = only ?? listed;
  const reach = useCallback(
    (first: number, last: number) => windows.reach(listed, first, last),
    [windows, listed],
  );
  const hasMore = isOpen || listed.loaded < listed.length;
  const listing: Listing<AssetSummary> = only
    ? wholeListing(head)
    : { ...head, hasMore, isOpen, reach, retryMore: retry ?? head.retryMore };
  const findDay = useCallback(
    async (day: string) => {
      const position = await windows.openAt(firstMomentOf(filters, day));
      if (position === undefined) return undefined;
      return { position, at: await dateAt(workspace, canonicalFilters(filters), position) };
    },
    [windows, workspace, filters],
  );
  const total = only ? only.length : options.total;
  useLayoutEffect(() => {
    windows.keep((id) => {
      const { selected, focus, anchor } = selection.store.getState();
      return selected.has(id) || id === focus || id === anchor;
    });
  }, [windows, selection]);
  const read = pages !== undefined;
  // Also where nothing matches and no grid is there to do it.
  useLayoutEffect(() => {
    if (read) selection.show(items);
  }, [read, items, selection]);
  const queryClient = useQueryClient();
  const readAll = useCallback(
    (signal: AbortSignal, onProgress: (done: number) => void) =>
      readMatching({ queryClient, workspace, filters, signal, onProgress }),
    [queryClient, workspace, filters],
  );
  const readRange = useCallback(
    (
      ends: { first: AssetSummary; last: AssetSummary },
      signal: AbortSignal,
      onProgress: (done: number) => void,
    ) => readBetween({ workspace, filters, ...ends, signal, onProgress }),
    [workspace, filters],
  );
  const all = useSelectAll({
    selection,
    hasMore: listing.hasMore,
    total: total ?? undefined,
    readAll,
    readBetween: readRange,
  });
  const open = useCallback(
    (asset: AssetSummary) => onSearch({ asset: asset.id }, 'push', openingState),
    [onSearch],
  );
  const hasSelection = useStore(selection.store, (state) => state.selected.size > 0);
  const resize = (steps: number) => onViewChange({ ...view, size: steppedSize(view.size, steps) });
  useCommandHandlers({
    open: () => {
      const { focus } = selection.store.getState();
      const asset = focus && items.find(focus);
      if (asset) open(asset);
    },
    'select-all': { run: all.selectAll, enabled: items.length > 0 && !choosesOne },
    'invert-selection': { run: all.invert, enabled: items.length > 0 && !choosesOne },
    'clear-selection': { run: all.clear, enabled: all.canClear },
    'show-selected': {
      run: () => onSearch({ selected: only ? undefined : true }),
      enabled: !choosesOne && (only !== undefined || hasSelection),
      checked: only !== undefined,
    },
    'larger-tiles': () => resize(1),
    'smaller-tiles': () => resize(-1),
    'layout-rows': {
      run: () => onViewChange({ ...view, layout: 'justified' }),
      checked: view.layout === 'justified',
    },
    'layout-squares': {
      run: () => onViewChange({ ...view, layout: 'square' }),
      checked: view.layout === 'square',
    },
    'layout-list': { run: () => onViewChange({ ...view, layout: 'list' }), checked: view.layout === 'list' },
  });
  return {
    ...options,
    items,
    listing,
    total,
    all: choosesOne ? undefined : all,
    view,
    onViewChange,
    onSearch,
    open,
    findDay: only || dateFieldOf(filters) === undefined ? undefined : findDay,
  };
}

/** What is selected is known without reading on. */
function wholeListing<T>(listing: Listing<T>): Listing<T> {
  return { ...listing, hasMore: false, isOpen: false, loadMore: undefined, retryMore: undefined };
}
