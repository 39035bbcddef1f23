import { Select } from '~/ui/select';
import type { CollectionId } from '~/contract/ids';
import { useAllCollections } from './use-all-collections';

interface TargetSelectProps {
  value: CollectionId | undefined;
  onChange: (value: CollectionId | undefined) => void;
}

/** Where files go: the library alone, or one of the collections too. */
export function TargetSelect({ value, onChange }: TargetSelectProps) {
  const { collections, complete } = useAllCollections();
  const known = value === undefined || collections.some(({ id }) => id === value);
  const options = [
    { value: '', label: 'The library, in no collection' },
    ...collections.map(({ id, name }) => ({ value: id as string, label: name })),
    // The address may name a collection that is not read yet, or is gone.
    ...(known
      ? []
      : [{ value, label: complete ? 'A collection that no longer exists' : 'Reading collections…' }]),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span aria-hidden="true" className="text-sm text-muted">
        Import into
      </span>
      <Select
        label="Import into"
        value={value ?? ''}
        options={options}
        onChange={(chosen) => onChange(collections.find(({ id }) => id === chosen)?.id)}
        className="max-w-72 min-w-52 rounded border border-line-strong"
      />
    </div>
  );
}
