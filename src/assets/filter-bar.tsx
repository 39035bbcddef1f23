import { SlidersHorizontal } from 'lucide-react';
import { memo, type ReactNode, type Ref } from 'react';
import type { ModelId } from '~/contract/ids';
import { Button } from '~/ui/button';
import { Popover } from '~/ui/popover';
import { Select } from '~/ui/select';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetSort, activeFilters, filtersOfSearch } from './asset-filters';
import type { AssetSearch } from './asset-search';
import { FilterChips } from './filter-chips';
import { FilterPanel } from './filter-panel';
import { FilterText } from './filter-text';
import type { ChangeSearch } from './use-search-change';

/** How models are chosen and named, given by the place: assets know models by id alone. */
export interface ModelSlots {
  select: (value: ModelId | undefined, onChange: (value: ModelId | undefined) => void) => ReactNode;
  name: (id: ModelId) => ReactNode;
}

export interface FilterBarProps {
  workspace: Workspace;
  search: AssetSearch;
  onSearch: ChangeSearch;
  models?: ModelSlots | undefined;
  /** Offers "in no collection"; not where a collection is shown. */
  offersUnfiled?: boolean;
  /** The text field, for the key that leads there. */
  fieldRef?: Ref<HTMLInputElement> | undefined;
}

const SORTS: readonly { value: AssetSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'updated', label: 'Recently updated' },
  { value: 'width', label: 'Widest first' },
  { value: 'height', label: 'Tallest first' },
];

/**
 * What is listed, as a line of controls for a page's header. Every control writes search parameters, so the address
 * always says what is shown. Pages that come in and selections concern nothing of it.
 */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { search, onSearch, offersUnfiled = true, fieldRef } = props;
  const active = activeFilters(filtersOfSearch(search)).filter((name) => name !== 'q');
  return (
    <>
      <FilterText
        value={search.q ?? ''}
        onChange={(q) => onSearch({ q: q || undefined }, 'replace')}
        fieldRef={fieldRef}
      />
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
          className="max-sm:hidden"
          aria-pressed={search.unfiled === true}
          onClick={() => onSearch({ unfiled: search.unfiled ? undefined : true })}
        >
          In no collection
        </Button>
      )}
      <Select
        label="Sort by"
        className="sm:ml-auto"
        value={search.sort ?? 'newest'}
        options={SORTS}
        onChange={(sort) => onSearch({ sort: sort === 'newest' ? undefined : sort })}
      />
      <FilterChips search={search} onSearch={onSearch} models={props.models} />
    </>
  );
});
