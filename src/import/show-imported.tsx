import { Link, useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import { buttonClass } from '~/ui/button-class';
import { useWorkspace } from '~/workspaces/use-workspace';
import type { ImportSession } from './import-state';
import { selectImported } from './select-imported';

/** Leads to the place the files went to and shows exactly those, selected. In a new tab it is the place alone. */
export function ShowImported({ session }: { session: ImportSession }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [reading, setReading] = useState(false);
  const address = placeOf(workspace.id, session.target);

  const show = async (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setReading(true);
    // Where they cannot be read, the place still shows them among the others.
    const selected = await selectImported(workspace, session).then(
      () => true,
      () => false,
    );
    setReading(false);
    void navigate({ to: address, search: selected ? { selected: true } : {} });
  };
  return (
    <Link to={address} aria-busy={reading} className={buttonClass()} onClick={(event) => void show(event)}>
      Show imported
    </Link>
  );
}

/** Address of the place the files went to. Plain text on purpose: these routes belong to other modules. */
function placeOf(workspace: string, { collectionId }: ImportSession['target']): string {
  const place = collectionId === undefined ? 'assets' : `collections/${encodeURIComponent(collectionId)}`;
  return `/${workspace}/${place}`;
}
