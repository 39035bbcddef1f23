import { useRouteContext, useRouter } from '@tanstack/react-router';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Menu } from '~/ui/menu';
import { lastPlace } from '~/workspaces/last-place';
import { homePlace } from '~/workspaces/last-workspace';
import type { Workspace } from '~/workspaces/workspace';

/** Which workspace this is, and the others there are. */
export function WorkspaceMenu({ current }: { current: string }) {
  const router = useRouter();
  const workspaces = useRouteContext({ from: '__root__', select: (context) => context.workspaces });
  const name = workspaces.find(({ id }) => id === current)?.name ?? 'Vitrine';
  const go = (workspace: Workspace) => {
    const last = lastPlace(workspace.id);
    // Its own address, which no route's type can know.
    if (last) void router.navigate(last as object as Parameters<typeof router.navigate>[0]);
    else void router.navigate({ to: homePlace(workspace), params: { workspace: workspace.id } });
  };
  return (
    <Menu
      label="Workspace"
      className="min-w-0 flex-1 shrink! justify-start! px-2! font-medium"
      entries={() => [
        { kind: 'heading', label: 'Workspaces' },
        ...workspaces.map((workspace) => ({
          kind: 'choice' as const,
          label: workspace.name,
          checked: workspace.id === current,
          onSelect: () => go(workspace),
        })),
        { kind: 'separator' },
        {
          kind: 'item',
          label: 'Manage workspaces',
          onSelect: () => void router.navigate({ to: '/settings' }),
        },
      ]}
    >
      <span className="truncate">{name}</span>
      <ChevronsUpDown aria-hidden="true" size={14} className="shrink-0 text-muted" />
    </Menu>
  );
}
