import { Link, useParams, useRouteContext } from '@tanstack/react-router';
import Box from 'lucide-react/icons/box';
import Images from 'lucide-react/icons/images';
import Import from 'lucide-react/icons/import';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import type { LucideIcon } from 'lucide-react';
import PanelLeft from 'lucide-react/icons/panel-left';
import Search from 'lucide-react/icons/search';
import Settings from 'lucide-react/icons/settings';
import { showOverlay } from '~/commands/command-store';
import { IconButton } from '~/ui/icon-button';
import { homeWorkspaceId } from '~/workspaces/last-workspace';
import { closeDrawer, frameStore, toggleSidebar } from './frame-store';
import { WorkspaceMenu } from './workspace-menu';

// Plain text on purpose: the frame names places, whichever module owns their routes.
const PLACES: readonly { to: string; label: string; icon: LucideIcon }[] = [
  { to: '/$workspace/collections', label: 'Collections', icon: LayoutGrid },
  { to: '/$workspace/assets', label: 'Library', icon: Images },
  { to: '/$workspace/models', label: 'Models', icon: Box },
  { to: '/$workspace/import', label: 'Import', icon: Import },
];

const LINE =
  'flex h-control items-center gap-2.5 rounded px-2 text-sm text-muted hover:bg-hover hover:text-text data-[status=active]:bg-hover data-[status=active]:text-text forced-colors:data-[status=active]:outline-2';

// One function for good: a new one at every render would take the slot away and give it back.
function keepSlot(sidebarSlot: HTMLElement | null) {
  frameStore.setState({ sidebarSlot });
}

/** The places of a workspace, its collections (filled by routes), and the way to settings. */
export function Sidebar() {
  const workspaces = useRouteContext({ from: '__root__', select: (context) => context.workspaces });
  const { workspace = homeWorkspaceId(workspaces) } = useParams({ strict: false });
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-topbar shrink-0 items-center gap-1 px-2">
        <WorkspaceMenu current={workspace} />
        <IconButton
          name="Find a command"
          keys="Mod+K"
          icon={<Search aria-hidden="true" size={16} />}
          onClick={() => {
            closeDrawer();
            showOverlay('palette');
          }}
        />
        <IconButton
          name="Hide the sidebar"
          keys="Mod+B"
          aria-controls="sidebar"
          aria-expanded
          icon={<PanelLeft aria-hidden="true" size={16} />}
          onClick={toggleSidebar}
        />
      </div>
      <nav aria-label="Places" className="flex shrink-0 flex-col gap-px px-2 pb-2">
        {PLACES.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} params={{ workspace }} className={LINE} onClick={closeDrawer} data-spring="">
            <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
            {label}
          </Link>
        ))}
      </nav>
      <div ref={keepSlot} className="min-h-0 flex-1 overflow-y-auto bg-surface px-2" />
      <div className="shrink-0 border-t border-line p-2">
        <Link to="/settings" className={LINE} onClick={closeDrawer}>
          <Settings aria-hidden="true" size={16} strokeWidth={1.75} />
          Settings
        </Link>
      </div>
    </div>
  );
}
