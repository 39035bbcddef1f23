import { createStore } from 'zustand/vanilla';
import { readStoredText, writeStoredText } from '~/ui/stored-text';
import { mediaQuery } from './use-media';

const STORED_AS = 'vitrine.sidebar';
/** From this width on the sidebar stands beside the page; under it, it is a drawer over it. */
export const WIDE = '(min-width: 768px)';

interface FrameState {
  /** Whether the sidebar stands beside the page where there is room. */
  sidebar: boolean;
  /** Whether the drawer is open where there is none. */
  drawer: boolean;
  /** Where `SidebarSlot` puts what a route adds. */
  sidebarSlot: HTMLElement | null;
}

export const frameStore = createStore<FrameState>(() => ({
  sidebar: readSidebar(),
  drawer: false,
  sidebarSlot: null,
}));

/** Shows or hides the sidebar, in whichever form it has at this width. */
export function toggleSidebar(): void {
  const wide = mediaQuery(WIDE)?.matches ?? true;
  if (!wide) {
    frameStore.setState(({ drawer }) => ({ drawer: !drawer }));
    return;
  }
  const sidebar = !frameStore.getState().sidebar;
  frameStore.setState({ sidebar });
  writeStoredText(STORED_AS, sidebar ? 'shown' : 'hidden');
}

/** Closes the drawer; the sidebar beside the page stays as it is. */
export function closeDrawer(): void {
  frameStore.setState({ drawer: false });
}

function readSidebar(): boolean {
  return readStoredText(STORED_AS) !== 'hidden';
}
