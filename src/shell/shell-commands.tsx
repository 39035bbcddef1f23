import { useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { homeWorkspaceId } from '~/workspaces/last-workspace';
import { toggleSidebar } from './frame-store';
import { followSystemTheme, setTheme } from './theme';

/** The commands that work everywhere: places, sidebar, theme. Mount once. */
export function ShellCommands() {
  const router = useRouter();
  const { workspace = homeWorkspaceId(router.options.context.workspaces) } = useParams({ strict: false });
  const go = (to: string) => () => void router.navigate({ to, params: { workspace } });
  useCommandHandlers({
    'go-collections': go('/$workspace/collections'),
    'go-library': go('/$workspace/assets'),
    'go-models': go('/$workspace/models'),
    'go-import': go('/$workspace/import'),
    'import-files': go('/$workspace/import'),
    'go-settings': go('/settings'),
    'toggle-sidebar': toggleSidebar,
    'theme-dark': () => setTheme('dark'),
    'theme-light': () => setTheme('light'),
    'theme-system': () => setTheme('system'),
  });
  useEffect(followSystemTheme, []);
  return null;
}
