import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { homePlace } from '~/workspaces/last-workspace';
import type { Workspace } from '~/workspaces/workspace';
import { Button } from '~/ui/button';
import { AddWorkspaceDialog } from './add-workspace-dialog';
import { ConnectDialog } from './connect-dialog';
import type { SettingsSearch } from './settings-search';
import { SettingsSection } from './settings-section';
import { WorkspaceRow } from './workspace-row';

/** The workspaces there are: open, connect, test, rename and remove them, and add more. */
export function WorkspacesSection({ search }: { search: SettingsSearch }) {
  const { workspaces, registry, library } = useRouteContext({ from: '__root__' });
  const navigate = useNavigate();
  const { add, connect, back } = search;
  const connecting = workspaces.find(({ id }) => id === connect);
  const show = (next: SettingsSearch) => void navigate({ to: '/settings', search: next });
  const close = () => void navigate({ to: '/settings', search: {}, replace: true });
  /** The policy of this page does not know the address of a new workspace: a page is made that does. */
  const connectAnew = async (id: string) => {
    await registry.handOverKeys(library);
    await navigate({ to: '/settings', search: { connect: id, back }, reloadDocument: true });
  };
  const open = (workspace: Workspace) => {
    const { id } = workspace;
    if (!back?.startsWith(`/${id}/`)) {
      void navigate({ to: homePlace(workspace), params: { workspace: id } });
      return;
    }
    const { pathname, searchParams } = new URL(back, location.origin);
    // Its own address, which no route's type can know.
    const place = { to: pathname, search: Object.fromEntries(searchParams) };
    void navigate(place as object as Parameters<typeof navigate>[0]);
  };
  return (
    <SettingsSection title="Workspaces">
      <ul className="flex flex-col gap-3">
        {workspaces.map((workspace) => (
          <WorkspaceRow
            key={workspace.id}
            workspace={workspace}
            registry={registry}
            onConnect={() => show({ connect: workspace.id })}
          />
        ))}
      </ul>
      <Button
        className="self-start"
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={() => show({ add: 'workspace', back })}
      >
        Add a workspace
      </Button>
      {add && (
        <AddWorkspaceDialog
          registry={registry}
          onClose={close}
          keepsKeys={library !== undefined}
          onAdded={(id) => void connectAnew(id)}
        />
      )}
      {connecting && (
        <ConnectDialog
          key={connecting.id}
          workspace={connecting}
          onClose={close}
          onOpen={() => open(connecting)}
        />
      )}
    </SettingsSection>
  );
}
