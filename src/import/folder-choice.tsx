import { Checkbox } from '~/ui/checkbox';
import type { ImportSearch } from './import-search';

interface FolderChoiceProps {
  value: ImportSearch['folders'];
  onChange: (value: ImportSearch['folders']) => void;
}

/** Whether folders become collections, and what happens where one has the name already. */
export function FolderChoice({ value, onChange }: FolderChoiceProps) {
  return (
    <div className="flex flex-col items-start gap-1">
      <Checkbox
        label="Make a collection of each sub-folder"
        checked={value !== undefined}
        onChange={(checked) => onChange(checked ? 'reuse' : undefined)}
      />
      {value !== undefined && (
        <Checkbox
          className="ml-6"
          label="File into collections that already have the folder’s name"
          checked={value === 'reuse'}
          onChange={(checked) => onChange(checked ? 'reuse' : 'new')}
        />
      )}
    </div>
  );
}
