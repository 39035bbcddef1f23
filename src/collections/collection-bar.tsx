import { ArrowDownWideNarrow } from 'lucide-react';
import { useRef } from 'react';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { SearchField } from '~/ui/search-field';
import { Select } from '~/ui/select';
import { useTypedText } from '~/ui/use-typed-text';
import type { CollectionSort, CollectionView } from './collection-order';

interface CollectionBarProps {
  view: CollectionView;
  onChange: (change: Partial<CollectionView>, how: 'push' | 'replace') => void;
}

const SORTS: readonly { value: CollectionSort; label: string }[] = [
  { value: 'server', label: 'Default order' },
  { value: 'name', label: 'Name' },
  { value: 'updated', label: 'Recently updated' },
  { value: 'created', label: 'Recently created' },
  { value: 'size', label: 'Largest first' },
];

/** Filter and order of the collection grid. */
export function CollectionBar({ view, onChange }: CollectionBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, type] = useTypedText(view.q, (q) => onChange({ q }, 'replace'));
  useCommandHandlers({ filter: () => field.current?.focus() });
  return (
    <>
      <SearchField
        ref={field}
        label="Filter by name"
        keys="/"
        value={typed}
        className="w-56 max-sm:flex-1"
        onChange={type}
      />
      <Select
        label="Sort by"
        icon={<ArrowDownWideNarrow size={16} />}
        value={view.sort}
        options={SORTS}
        onChange={(sort) => onChange({ sort }, 'push')}
      />
    </>
  );
}
