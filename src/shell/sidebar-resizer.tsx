import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { frameStore, setSidebarWidth, SIDEBAR_WIDTH, toggleSidebar } from './frame-store';

/** Pixels of one press of an arrow. */
const STEP = 16;
/** Drawn in further than this, the sidebar goes away. */
const AWAY_BELOW = 110;

/**
 * The edge between sidebar and page: drag it, or use the arrows; Enter puts the sidebar away. It lies over the sidebar:
 * the margin of the page beside it is ground from which selections are drawn.
 */
export function SidebarResizer() {
  const width = useStore(frameStore, (state) => state.width);
  const from = useRef<{ x: number; width: number }>(undefined);
  const { min, max, usual } = SIDEBAR_WIDTH;

  const onPointerMove = (event: PointerEvent) => {
    if (!from.current) return;
    const wanted = from.current.width + event.clientX - from.current.x;
    if (wanted < AWAY_BELOW) {
      from.current = undefined;
      toggleSidebar();
    } else setSidebarWidth(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowLeft') setSidebarWidth(width - STEP);
    else if (event.key === 'ArrowRight') setSidebarWidth(width + STEP);
    else if (event.key === 'Home') setSidebarWidth(min);
    else if (event.key === 'End') setSidebarWidth(max);
    else if (event.key === 'Enter') toggleSidebar();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A separator that can be moved is a control, and has its keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-label="Width of the sidebar"
      aria-orientation="vertical"
      aria-controls="sidebar"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="group absolute inset-y-0 -right-0.5 z-10 w-2.5 cursor-col-resize touch-none -outline-offset-2"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = undefined)}
      onPointerCancel={() => (from.current = undefined)}
      onDoubleClick={() => setSidebarWidth(usual)}
      onKeyDown={onKeyDown}
    >
      <div className="mr-px ml-auto h-full w-0.5 group-hover:bg-line-strong group-focus-visible:bg-accent group-active:bg-accent" />
    </div>
  );
}
