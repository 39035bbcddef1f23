import { useInfiniteQuery } from '@tanstack/react-query';
import type { ModelId } from '~/contract/ids';
import { Select } from '~/ui/select';
import { useEveryPage } from '~/workspaces/use-every-page';
import type { Workspace } from '~/workspaces/workspace';
import { modelQueries } from './model-queries';

interface ModelSelectProps {
  workspace: Workspace;
  value: ModelId | undefined;
  onChange: (value: ModelId | undefined) => void;
}

const ANY = '';

/** Chooses a model to filter by, among those of the workspace. */
export function ModelSelect({ workspace, value, onChange }: ModelSelectProps) {
  const query = useInfiniteQuery(modelQueries.list(workspace));
  // Public models, and all beyond a hundred, stand on later pages.
  useEveryPage(query);
  const models = query.data?.pages.flatMap((page) => page.items) ?? [];
  const options: { value: ModelId | typeof ANY; label: string }[] = [
    { value: ANY, label: 'Every model' },
    ...models.map(({ id, name }) => ({ value: id, label: name })),
  ];
  // The one in use may stand on a page that is not read yet.
  if (value && !models.some(({ id }) => id === value)) options.push({ value, label: value });
  return (
    <Select
      label="Model"
      className="max-w-44"
      value={value ?? ANY}
      options={options}
      onChange={(id) => onChange(id === ANY ? undefined : id)}
    />
  );
}
