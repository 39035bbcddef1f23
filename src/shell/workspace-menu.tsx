import { useRouteContext, useRouter } from '@tanstack/react-router';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Menu } from '~/ui/menu';

/** Which workspace this is, and the others there are. */
export function WorkspaceMenu({ current }: { current: string }) {
  const router = useRouter();
  const workspaces = useRouteContext({ from: '__root__', select: (context) => context.workspaces });
  const name = workspaces.find(({ id }) => id === current)?.name ?? 'Vitrine';
  const go = (workspace: string) =>
    void router.navigate({ to: '/$workspace/collections', params: { workspace } });
  return (
    <Menu
      label="Workspace"
      className="min-w-0 flex-1 shrink! justify-start! px-2! font-medium"
      entries={() => [
        { kind: 'heading', label: 'Workspaces' },
        ...workspaces.map(({ id, name }) => ({
          kind: 'choice' as const,
          label: name,
          checked: id === current,
          onSelect: () => go(id),
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
