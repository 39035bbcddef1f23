import type { ModelSlots } from '~/assets/filter-bar';
import type { Workspace } from '~/workspaces/workspace';
import { ModelName } from './model-name';
import { ModelSelect } from './model-select';

/** How places that show assets choose and name models. */
export function modelSlots(workspace: Workspace): ModelSlots {
  return {
    select: (value, onChange) => <ModelSelect workspace={workspace} value={value} onChange={onChange} />,
    name: (id) => <ModelName workspace={workspace} id={id} />,
  };
}
