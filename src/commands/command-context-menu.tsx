import { useStore } from 'zustand';
import { ContextMenu, type MenuPoint } from '~/ui/context-menu';
import { commandMenuItems } from './command-menu-items';
import { commandStore } from './command-store';
import type { CommandId } from './commands';

interface CommandContextMenuProps {
  /** What the verbs act on. */
  label: string;
  at: MenuPoint | null;
  verbs: readonly (CommandId | null)[];
  onClose: () => void;
}

/**
 * The verbs of a place at a point. The right click that asks for them also selects: what can be done with the
 * selection is known only once that has reached the place.
 */
export function CommandContextMenu({ label, at, verbs, onClose }: CommandContextMenuProps) {
  useStore(commandStore, (state) => state.scopes);
  useStore(commandStore, (state) => state.revision);
  return <ContextMenu label={label} at={at} entries={() => commandMenuItems(verbs)} onClose={onClose} />;
}
