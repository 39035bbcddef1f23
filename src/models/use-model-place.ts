import { useInfiniteQuery } from '@tanstack/react-query';
import { type HistoryState, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useLayoutEffect, useMemo } from 'react';
import { type GridView, steppedSize } from '~/assets/grid/grid-view';
import type { ItemSequence } from '~/assets/grid/item-sequence';
import { type Listing, listingOf } from '~/assets/grid/listing';
import { useGridView } from '~/assets/grid/use-grid-view';
import { useItemSequence } from '~/assets/grid/use-item-sequence';
import { rememberView } from '~/assets/place-view';
import type { PlaceSelection } from '~/assets/selection/selection-store';
import { type SelectAll, useSelectAll } from '~/assets/selection/use-select-all';
import { openingState } from '~/assets/viewer/viewer-history';
import { useProjectedModelPages } from '~/batches/use-projection';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import type { Workspace } from '~/workspaces/workspace';
import type { ModelScope } from './model-filters';
import { filteredModelPages, type ModelItem, modelTypes } from './model-item';
import { modelQueries } from './model-queries';
import type { ModelPlaceSearch } from './model-search';
import { readMatchingModels } from './read-matching-models';

interface ModelPlaceOptions {
  workspace: Workspace;
  search: ModelPlaceSearch;
  /** Which models are read. Must keep its identity while it is the same. */
  scope: ModelScope;
  selection: PlaceSelection<ModelItem>;
}

export interface ModelPlace extends ModelPlaceOptions {
  items: ItemSequence<ModelItem>;
  listing: Listing<ModelItem>;
  /** Selecting beyond what is loaded. */
  all: SelectAll;
  /** Why the first page could not be read. */
  error: Error | null;
  retry: () => void;
  /** The types among the models read so far. */
  types: readonly string[];
  view: GridView;
  onViewChange: (view: GridView) => void;
  onSearch: (change: Partial<ModelPlaceSearch>, how?: 'push' | 'replace') => void;
  /** Opens the facts of a model over this place, and closes them. */
  open: (model: ModelItem) => void;
  close: () => void;
}

/** What the parts of a place that shows models share: header, grid, status line and facts. Answers its commands. */
export function useModelPlace(options: ModelPlaceOptions): ModelPlace {
  const { workspace, search, scope, selection } = options;
  const { q, type } = search;
  const { onSearch, open, close } = useModelSearchChange();
  const query = useInfiniteQuery(modelQueries.list(workspace, scope));
  const read = useProjectedModelPages(query.data, scope)?.pages;
  const pages = useMemo(() => read && filteredModelPages(read, { q, type }), [read, q, type]);
  const types = useMemo(() => modelTypes(read ?? []), [read]);
  const items = useItemSequence<ModelItem>(pages);
  const { view, onViewChange } = useGridView(search, onSearch, 'square');
  // Also where nothing matches and no grid is there to do it.
  useLayoutEffect(() => {
    if (read) selection.show(items);
  }, [read, items, selection]);

  const listing = listingOf(query, pages);
  const { hasNextPage, fetchNextPage } = query;
  const readAll = useCallback(
    (signal: AbortSignal, onProgress: (done: number) => void) =>
      readMatchingModels({ fetchNextPage, filters: { q, type }, signal, onProgress }),
    [fetchNextPage, q, type],
  );
  const all = useSelectAll({ selection, hasMore: hasNextPage, total: undefined, readAll });
  const resize = (steps: number) => onViewChange({ ...view, size: steppedSize(view.size, steps) });
  useCommandHandlers({
    open: () => {
      const { focus } = selection.store.getState();
      const model = focus && items.find(focus);
      if (model) open(model);
    },
    'select-all': { run: all.selectAll, enabled: items.length > 0 },
    'invert-selection': { run: all.invert, enabled: items.length > 0 },
    'clear-selection': { run: all.clear, enabled: all.canClear },
    'larger-tiles': () => resize(1),
    'smaller-tiles': () => resize(-1),
    'layout-squares': {
      run: () => onViewChange({ ...view, layout: 'square' }),
      checked: view.layout === 'square',
    },
    'layout-list': { run: () => onViewChange({ ...view, layout: 'list' }), checked: view.layout === 'list' },
  });
  const { error, refetch } = query;
  const retry = () => void refetch();
  return { ...options, items, listing, all, error, retry, types, view, onViewChange, onSearch, open, close };
}

/** Changes the search parameters of the place shown. Opening makes an entry, so that Back closes; closing goes back. */
function useModelSearchChange(): Pick<ModelPlace, 'onSearch' | 'open' | 'close'> {
  const navigate = useNavigate();
  const router = useRouter();
  return useMemo(() => {
    const change = (next: Partial<ModelPlaceSearch>, how: 'push' | 'replace', state?: HistoryState) => {
      rememberView(router.state.location.pathname, next);
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, ...next }),
        replace: how === 'replace',
        resetScroll: false,
        state: state ?? how === 'replace',
      } as Parameters<typeof navigate>[0]);
    };
    return {
      onSearch: (next: Partial<ModelPlaceSearch>, how: 'push' | 'replace' = 'push') => change(next, how),
      open: (model: ModelItem) => change({ model: model.id }, 'push', openingState),
      close: () => {
        if (router.state.location.state.viewerOpened) router.history.back();
        else change({ model: undefined }, 'replace');
      },
    };
  }, [navigate, router]);
}
