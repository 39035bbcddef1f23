import { LayoutGrid, List, Rows3, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ModelId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { Popover } from '~/ui/popover';
import { SegmentedControl } from '~/ui/segmented-control';
import { Select } from '~/ui/select';
import { Slider } from '~/ui/slider';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetSort, activeFilters, filtersOfSearch } from './asset-filters';
import type { AssetSearch } from './asset-search';
import type { ChangeSearch } from './use-search-change';
import { FilterChips } from './filter-chips';
import { FilterPanel } from './filter-panel';
import { FilterText } from './filter-text';
import { type GridView, TILE_SIZE } from './grid/grid-view';

/** How models are chosen and named, given by the place: assets know models by id alone. */
export interface ModelSlots {
  select: (value: ModelId | undefined, onChange: (value: ModelId | undefined) => void) => ReactNode;
  name: (id: ModelId) => ReactNode;
}

export interface FilterBarProps {
  workspace: Workspace;
  search: AssetSearch;
  onSearch: ChangeSearch;
  view: GridView;
  onViewChange: (view: GridView) => void;
  models?: ModelSlots | undefined;
  /** Offers "in no collection"; not where a collection is shown. */
  offersUnfiled?: boolean;
  /** Buttons of the place, at the end. */
  children?: ReactNode;
}

const SORTS: readonly { value: AssetSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'updated', label: 'Recently updated' },
  { value: 'width', label: 'Widest first' },
  { value: 'height', label: 'Tallest first' },
];

const LAYOUTS = [
  { value: 'justified', label: 'Rows', icon: <Rows3 size={16} /> },
  { value: 'square', label: 'Squares', icon: <LayoutGrid size={16} /> },
  { value: 'list', label: 'List', icon: <List size={16} /> },
] as const;

/** What is listed and how: every control writes search parameters, so the address always says what is shown. */
export function FilterBar(props: FilterBarProps) {
  const { search, onSearch, view, onViewChange, offersUnfiled = true, children } = props;
  const active = activeFilters(filtersOfSearch(search)).filter((name) => name !== 'q');
  return (
    <div className="border-b border-line">
      <div className="flex min-h-topbar flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2">
        <FilterText value={search.q ?? ''} onChange={(q) => onSearch({ q: q || undefined }, 'replace')} />
        <Popover
          label="Filters"
          icon={<SlidersHorizontal aria-hidden="true" size={16} />}
          trigger={active.length > 0 ? `Filters · ${active.length}` : 'Filters'}
        >
          <FilterPanel {...props} />
        </Popover>
        {offersUnfiled && (
          <Button
            variant="ghost"
            aria-pressed={search.unfiled === true}
            className="hidden aria-pressed:bg-hover aria-pressed:text-text md:inline-flex"
            onClick={() => onSearch({ unfiled: search.unfiled ? undefined : true })}
          >
            In no collection
          </Button>
        )}
        <div className="ml-auto flex items-center gap-2">
          <Select
            label="Sort by"
            value={search.sort ?? 'newest'}
            options={SORTS}
            onChange={(sort) => onSearch({ sort: sort === 'newest' ? undefined : sort })}
          />
          <SegmentedControl
            label="Layout"
            value={view.layout}
            segments={LAYOUTS}
            onChange={(layout) => onViewChange({ ...view, layout })}
          />
          {view.layout !== 'list' && (
            <Slider
              label="Tile size"
              className="hidden md:block"
              value={view.size}
              min={TILE_SIZE.min}
              max={TILE_SIZE.max}
              step={4}
              valueText={`${view.size} pixels`}
              onChange={(size) => onViewChange({ ...view, size })}
            />
          )}
          {children}
        </div>
      </div>
      <FilterChips search={search} onSearch={onSearch} models={props.models} />
    </div>
  );
}
