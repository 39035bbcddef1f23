import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '~/ui/checkbox';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';
import { ASSET_KINDS } from '~/contract/asset';
import { kindOf } from './asset-kind';
import { assetQueries } from './asset-queries';
import type { FilterBarProps } from './filter-bar';

const ANY = '';

/** The filters that are not text, in a panel. */
export function FilterPanel(props: FilterBarProps) {
  const { workspace, search, onSearch, models, offersUnfiled = true } = props;
  const tags = useQuery(assetQueries.tags(workspace));
  const names = new Set([
    ...(search.tag ? [search.tag] : []),
    ...(tags.data ?? []).map((tag) => tag.tagName),
  ]);
  return (
    <div className="flex w-64 flex-col gap-3">
      <Labelled label="Kind">
        <Select
          label="Kind"
          value={search.kind ?? ANY}
          options={[
            { value: ANY, label: 'Every kind' },
            ...ASSET_KINDS.map((kind) => ({ value: kind, label: kindOf(kind).name })),
          ]}
          onChange={(kind) => onSearch({ kind: kind || undefined })}
        />
      </Labelled>
      {models && (
        <Labelled label="Model">{models.select(search.model, (model) => onSearch({ model }))}</Labelled>
      )}
      <Labelled label="Tag">
        <Select
          label="Tag"
          value={search.tag ?? ANY}
          options={[
            { value: ANY, label: 'Every tag' },
            ...[...names].map((name) => ({ value: name, label: name })),
          ]}
          onChange={(tag) => onSearch({ tag: tag || undefined })}
        />
      </Labelled>
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label="From"
          type="date"
          max={search.before}
          value={search.after ?? ''}
          onChange={(event) => onSearch({ after: event.target.value || undefined })}
        />
        <TextField
          label="To"
          type="date"
          min={search.after}
          value={search.before ?? ''}
          onChange={(event) => onSearch({ before: event.target.value || undefined })}
        />
      </div>
      {offersUnfiled && (
        <Checkbox
          label="In no collection"
          checked={search.unfiled === true}
          onChange={(unfiled) => onSearch({ unfiled: unfiled || undefined })}
        />
      )}
    </div>
  );
}

/** A word before a control that carries the same name itself. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span aria-hidden="true" className="text-sm text-muted">
        {label}
      </span>
      {children}
    </div>
  );
}
