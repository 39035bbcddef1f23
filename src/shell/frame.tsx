import { clsx } from 'clsx';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { lazyPart } from '~/ui/lazy-part';
import { closeDrawer, frameStore, WIDE } from './frame-store';
import { Sidebar } from './sidebar';
import { useMedia } from './use-media';
import { useWhenSettled } from './use-when-settled';

const SidebarResizer = lazyPart(() => import('./sidebar-resizer'), 'SidebarResizer');

interface FrameProps {
  /** A line under the page for what goes on: batches, imports. Takes no room while it is empty. */
  activity?: ReactNode;
  children: ReactNode;
}

/** Sidebar and page. The page scrolls by itself; under 768 px the sidebar is a drawer over it. */
export function Frame({ activity, children }: FrameProps) {
  const wide = useMedia(WIDE);
  const sidebar = useStore(frameStore, (state) => state.sidebar);
  const width = useStore(frameStore, (state) => state.width);
  const isSettled = useWhenSettled();
  const drawer = useStore(frameStore, (state) => state.drawer);
  const shown = wide ? sidebar : drawer;
  const over = !wide && drawer;
  const aside = useDrawerFocus(over);
  useLayoutEffect(() => {
    if (!shown && aside.current?.contains(document.activeElement)) document.getElementById('main')?.focus();
  }, [shown, aside]);

  return (
    <div className="flex h-dvh overflow-hidden bg-ground text-text">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded bg-accent px-3 py-1.5 text-sm font-medium text-on-accent focus:translate-y-0"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to content
      </a>
      {over && (
        <button
          type="button"
          aria-label="Close the sidebar"
          tabIndex={-1}
          className="fade fixed inset-0 z-20 bg-scrim"
          onClick={closeDrawer}
        />
      )}
      <aside
        ref={aside}
        id="sidebar"
        aria-label="Sidebar"
        inert={!shown}
        style={wide ? { width } : undefined}
        className={clsx(
          'shrink-0 border-r border-line bg-surface',
          wide
            ? clsx('relative', !shown && 'hidden')
            : 'fixed inset-y-0 left-0 z-20 w-[min(280px,85vw)] transition-transform duration-150',
          !wide && !shown && '-translate-x-full',
        )}
      >
        <Sidebar />
        {wide && shown && isSettled && <SidebarResizer />}
      </aside>
      <div className="flex min-w-0 flex-1 flex-col" inert={over}>
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          {children}
        </main>
        {activity}
      </div>
    </div>
  );
}

/** Moves focus into the drawer when it opens and back when it closes; Escape and navigation close it. */
function useDrawerFocus(over: boolean) {
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!over) return undefined;
    const before = document.activeElement;
    aside.current?.querySelector<HTMLElement>('a,button')?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeDrawer();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [over]);
  return aside;
}
