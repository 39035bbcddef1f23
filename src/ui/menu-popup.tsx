import { Menu } from '@base-ui/react/menu';
import { type RefObject, useRef, useState } from 'react';
import type { MenuEntry } from './menu-entry';
import { MenuLines } from './menu-lines';

interface Place {
  getBoundingClientRect: () => DOMRect;
}

interface MenuPopupProps {
  label: string;
  entries: readonly MenuEntry[];
  /** The button it hangs from, or a place on the screen. */
  anchor: RefObject<HTMLElement | null> | Place;
  align: 'start' | 'end';
  side: 'bottom' | 'top' | 'right';
  /** The menu is gone and focus is back. */
  onClosed: () => void;
}

/** The heavy half of `Menu` and `ContextMenu`: open from its first render until it is closed. */
export function MenuPopup({ label, entries, anchor, align, side, onClosed }: MenuPopupProps) {
  const [open, setOpen] = useState(true);
  // What was chosen runs once the menu is gone and focus is back, or a field it opens would lose focus to it.
  const chosen = useRef<(() => void) | null>(null);
  const finish = () => {
    onClosed();
    const act = chosen.current;
    chosen.current = null;
    if (act) requestAnimationFrame(act);
  };
  return (
    <Menu.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(shown) => {
        if (!shown) finish();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Menu.Popup
            aria-label={label}
            className={POPUP}
            {...('current' in anchor && { finalFocus: anchor })}
          >
            <MenuLines
              entries={entries}
              popupClass={POPUP}
              choose={(act) => {
                chosen.current = act;
              }}
            />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const POPUP =
  'appear min-w-44 max-w-80 max-h-(--available-height) overflow-y-auto rounded bg-raised p-1 shadow-float -outline-offset-2 forced-colors:border';
