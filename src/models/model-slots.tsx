import type { ModelSlots } from '~/assets/filter-bar';
import type { Workspace } from '~/workspaces/workspace';
import { ModelName } from './model-name';
import { ModelSelect } from './model-select';

const known = new WeakMap<Workspace, ModelSlots>();

/** How places that show assets choose and name models; the same object for a workspace. */
export function modelSlots(workspace: Workspace): ModelSlots {
  const slots: ModelSlots = known.get(workspace) ?? {
    select: (value, onChange) => <ModelSelect workspace={workspace} value={value} onChange={onChange} />,
    name: (id) => <ModelName workspace={workspace} id={id} />,
  };
  known.set(workspace, slots);
  return slots;
}
