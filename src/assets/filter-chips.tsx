import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { activeFilters, type AssetFilters, filtersOfSearch } from './asset-filters';
import type { AssetSearch } from './asset-search';
import { kindOf } from './asset-kind';
import type { ModelSlots } from './filter-bar';
import { formatDay } from '~/ui/format-facts';
import type { ChangeSearch } from './use-search-change';

interface FilterChipsProps {
  search: AssetSearch;
  onSearch: ChangeSearch;
  models: ModelSlots | undefined;
}

/** What narrows the listing, each cleared with one click. */
export function FilterChips({ search, onSearch, models }: FilterChipsProps) {
  const filters = filtersOfSearch(search);
  const active = activeFilters(filters);
  if (active.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="flex w-full flex-wrap items-center gap-1">
      {active.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="flex h-6 max-w-72 items-center gap-1 rounded border border-line-strong pl-2 pr-1 text-xs hover:bg-hover"
            onClick={() => onSearch({ [name]: undefined })}
          >
            <span className="sr-only">Clear filter</span>
            <span className="truncate">{wordsFor(name, filters, models)}</span>
            <X aria-hidden="true" size={12} className="shrink-0 text-muted" />
          </button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Button variant="ghost" size="small" onClick={() => onSearch(clearing(active))}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
}

/** The change that clears these filters. */
export function clearing(names: readonly (keyof AssetFilters)[]): Partial<AssetSearch> {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

function wordsFor(
  name: keyof AssetFilters,
  filters: AssetFilters,
  models: ModelSlots | undefined,
): ReactNode {
  switch (name) {
    case 'q':
      return `“${filters.q}”`;
    case 'kind':
      return kindOf(filters.kind ?? '').name;
    case 'model':
      return filters.model && <>Model {models?.name(filters.model) ?? filters.model}</>;
    case 'tag':
      return `Tag ${filters.tag}`;
    case 'after':
      return `From ${formatDay(`${filters.after}T00:00:00`)}`;
    case 'before':
      return `To ${formatDay(`${filters.before}T00:00:00`)}`;
    case 'unfiled':
      return 'In no collection';
    case 'collectionId':
    case 'sort':
      return null;
    default:
      return name satisfies never;
  }
}
