import { useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCommandHandlers } from '~/commands/use-command-handlers';
import { homeWorkspaceId } from '~/workspaces/last-workspace';
import { toggleSidebar } from './frame-store';
import { followSystemTheme, setTheme } from './theme';
import { useWhenSettled } from './use-when-settled';

/** The commands that work everywhere: places, sidebar, theme; and that the keyboard is never lost. Mount once. */
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
  const isSettled = useWhenSettled();
  useEffect(() => {
    if (!isSettled) return undefined;
    const keeping = import('./keep-focus').then(
      ({ keepFocus }) => keepFocus(router),
      // Without it everything still works; whoever uses keys has a longer way.
      () => undefined,
    );
    return () => void keeping.then((stop) => stop?.());
  }, [isSettled, router]);
  return null;
}
