import PanelLeft from 'lucide-react/icons/panel-left';
import { useStore } from 'zustand';
import { IconButton } from '~/ui/icon-button';
import { frameStore, toggleSidebar, WIDE } from './frame-store';
import { useMedia } from './use-media';

/** Brings the sidebar back; there only while it is away. */
export function SidebarToggle() {
  const wide = useMedia(WIDE);
  const away = useStore(frameStore, ({ sidebar, drawer }) => !(wide ? sidebar : drawer));
  if (!away) return null;
  return (
    <IconButton
      name="Show the sidebar"
      keys="Mod+B"
      data-spring=""
      aria-controls="sidebar"
      aria-expanded={false}
      className="-ml-1.5"
      icon={<PanelLeft aria-hidden="true" size={16} />}
      onClick={toggleSidebar}
    />
  );
}
