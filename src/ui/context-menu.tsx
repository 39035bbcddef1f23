import { useMemo } from 'react';
import { MenuPopup } from './menu';
import type { MenuEntry } from './menu-entry';

export interface MenuPoint {
  x: number;
  y: number;
}

interface ContextMenuProps {
  /** What the entries act on: "3 assets". */
  label: string;
  /** Where it was asked for, in the window; `null` while closed. */
  at: MenuPoint | null;
  entries: () => readonly MenuEntry[];
  onClose: () => void;
}

/**
 * The menu of a right click, a long press or the menu key. The place that hears `contextmenu` keeps the point:
 * `onContextMenu={(event) => { event.preventDefault(); setAt({ x: event.clientX, y: event.clientY }); }}`.
 */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => new DOMRect(at?.x ?? 0, at?.y ?? 0, 0, 0) }),
    [at],
  );
  if (!at) return null;
  return (
    <MenuPopup
      key={`${at.x},${at.y}`}
      label={label}
      entries={entries()}
      anchor={anchor}
      align="start"
      side="bottom"
      onClosed={onClose}
    />
  );
}
