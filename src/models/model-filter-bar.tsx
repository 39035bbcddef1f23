import type { Ref } from 'react';
import { FilterText } from '~/assets/filter-text';
import { Select } from '~/ui/select';
import type { ModelPlace } from './use-model-place';

interface ModelFilterBarProps {
  place: ModelPlace;
  /** The text field, for the key that leads there. */
  fieldRef: Ref<HTMLInputElement>;
}

const ANY = '';

/** Which models are listed, as a line of controls for a page's header. */
export function ModelFilterBar({ place, fieldRef }: ModelFilterBarProps) {
  const { search, types, onSearch } = place;
  const known = search.type === undefined || types.includes(search.type) ? types : [...types, search.type];
  return (
    <>
      <FilterText
        label="Filter models"
        value={search.q ?? ''}
        onChange={(q) => onSearch({ q: q || undefined }, 'replace')}
        fieldRef={fieldRef}
      />
      <Select
        label="Type"
        value={search.type ?? ANY}
        options={[
          { value: ANY, label: 'Every type' },
          ...known.map((type) => ({ value: type, label: type })),
        ]}
        onChange={(type) => onSearch({ type: type || undefined })}
      />
    </>
  );
}
