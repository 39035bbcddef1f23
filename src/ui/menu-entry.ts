import type { ReactNode } from 'react';

interface Act {
  label: string;
  /** A 16 px icon. */
  icon?: ReactNode;
  /** Keys that do the same, as `Mod+K`. */
  keys?: string | undefined;
  disabled?: boolean;
}

/** One line of a menu, a context menu or a submenu. */
export type MenuEntry =
  | (Act & { kind: 'item'; onSelect: () => void; danger?: boolean })
  | (Act & { kind: 'checkbox'; checked: boolean; onChange: (checked: boolean) => void })
  | (Act & { kind: 'choice'; checked: boolean; onSelect: () => void })
  | (Act & { kind: 'submenu'; entries: readonly MenuEntry[] })
  | { kind: 'heading'; label: string }
  | { kind: 'separator' };
