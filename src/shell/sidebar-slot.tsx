import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { frameStore } from './frame-store';

/** Puts its children into the sidebar, under the places: the list of collections. It scrolls there. */
export function SidebarSlot({ children }: { children: ReactNode }) {
  const slot = useStore(frameStore, (state) => state.sidebarSlot);
  return slot && createPortal(children, slot);
}
