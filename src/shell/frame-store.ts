import { createStore } from 'zustand/vanilla';
import { readStoredText, writeStoredText } from '~/ui/stored-text';
import { mediaQuery } from './use-media';

const STORED_AS = 'vitrine.sidebar';
/** From this width on the sidebar stands beside the page; under it, it is a drawer over it. */
export const WIDE = '(min-width: 768px)';

/** Pixels the sidebar may be wide. */
export const SIDEBAR_WIDTH = { min: 180, max: 480, usual: 240 } as const;
const WIDTH_STORED_AS = 'vitrine.sidebar-width';

interface FrameState {
  /** Pixels, where it stands beside the page. */
  width: number;
  /** Whether the sidebar stands beside the page where there is room. */
  sidebar: boolean;
  /** Whether the drawer is open where there is none. */
  drawer: boolean;
  /** Where `SidebarSlot` puts what a route adds. */
  sidebarSlot: HTMLElement | null;
}

export const frameStore = createStore<FrameState>(() => ({
  width: clampWidth(Number(readStoredText(WIDTH_STORED_AS) ?? SIDEBAR_WIDTH.usual)),
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

/** Makes the sidebar as wide as asked, within bounds, and keeps that in this browser. */
export function setSidebarWidth(wanted: number): void {
  const width = clampWidth(wanted);
  frameStore.setState({ width });
  writeStoredText(WIDTH_STORED_AS, String(width));
}

function clampWidth(width: number): number {
  const { min, max, usual } = SIDEBAR_WIDTH;
  return Math.round(Math.min(max, Math.max(min, width || usual)));
}

/** Closes the drawer; the sidebar beside the page stays as it is. */
export function closeDrawer(): void {
  frameStore.setState({ drawer: false });
}

function readSidebar(): boolean {
  return readStoredText(STORED_AS) !== 'hidden';
}
