import { Menu } from '@base-ui/react/menu';
import { clsx } from 'clsx';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { Kbd } from './kbd';
import type { MenuEntry } from './menu-entry';

interface MenuLinesProps {
  entries: readonly MenuEntry[];
  popupClass: string;
  /** Keeps the act of a chosen line until the menu is gone. */
  choose: (act: () => void) => void;
}

/** The lines of a menu, and of its submenus. */
export function MenuLines({ entries, popupClass, choose }: MenuLinesProps) {
  const marked = entries.some((entry) => entry.kind === 'choice' || entry.kind === 'checkbox');
  const line = (entry: MenuEntry, index: number): ReactElement => {
    // The order of a menu does not change while it is open.
    const key = entry.kind === 'separator' ? `separator-${index}` : `${entry.kind}-${entry.label}-${index}`;
    switch (entry.kind) {
      case 'separator':
        return <Menu.Separator key={key} className="my-1 h-px bg-line" />;
      case 'heading':
        return (
          <div key={key} className="px-2 pt-1.5 pb-1 text-xs text-muted">
            {entry.label}
          </div>
        );
      case 'submenu':
        return (
          <Menu.SubmenuRoot key={key} disabled={entry.disabled}>
            <Menu.SubmenuTrigger className={LINE}>
              <Mark shown={marked} />
              <Label entry={entry} />
              <ChevronRight aria-hidden="true" size={14} className="-mr-0.5 text-muted" />
            </Menu.SubmenuTrigger>
            <Menu.Portal>
              <Menu.Positioner
                sideOffset={2}
                alignOffset={-4}
                collisionPadding={8}
                className="z-50 outline-none"
              >
                <Menu.Popup className={popupClass}>
                  <MenuLines entries={entry.entries} popupClass={popupClass} choose={choose} />
                </Menu.Popup>
              </Menu.Positioner>
            </Menu.Portal>
          </Menu.SubmenuRoot>
        );
      case 'checkbox':
        return (
          <Menu.CheckboxItem
            key={key}
            className={LINE}
            checked={entry.checked}
            disabled={entry.disabled}
            onCheckedChange={entry.onChange}
          >
            <Mark shown checked={entry.checked} />
            <Label entry={entry} />
          </Menu.CheckboxItem>
        );
      case 'choice':
        return (
          <Menu.CheckboxItem
            key={key}
            className={LINE}
            role="menuitemradio"
            aria-checked={entry.checked}
            checked={entry.checked}
            disabled={entry.disabled}
            closeOnClick
            onClick={() => choose(entry.onSelect)}
          >
            <Mark shown checked={entry.checked} />
            <Label entry={entry} />
          </Menu.CheckboxItem>
        );
      case 'item':
      default:
        return (
          <Menu.Item
            key={key}
            className={clsx(LINE, entry.danger && 'text-danger')}
            disabled={entry.disabled}
            onClick={() => choose(entry.onSelect)}
          >
            <Mark shown={marked} />
            <Label entry={entry} />
          </Menu.Item>
        );
    }
  };
  return entries.map(line);
}

const LINE =
  'flex min-h-control cursor-default items-center gap-2 rounded-[4px] px-2 text-sm -outline-offset-2 select-none data-highlighted:bg-hover data-popup-open:bg-hover data-disabled:opacity-45';

function Mark({ shown, checked = false }: { shown: boolean; checked?: boolean }) {
  if (!shown) return null;
  return <span className="w-4">{checked && <Check aria-hidden="true" size={14} />}</span>;
}

function Label({ entry }: { entry: Exclude<MenuEntry, { kind: 'separator' | 'heading' }> }) {
  return (
    <>
      {entry.icon && <span className="text-muted">{entry.icon}</span>}
      {/* What an act leads to stands at the end of its label, and must not be cut off. */}
      <span className="line-clamp-2 min-w-0 flex-1 py-1 wrap-anywhere">{entry.label}</span>
      {entry.keys && (
        <span className="pl-4">
          <Kbd keys={entry.keys} plain />
        </span>
      )}
    </>
  );
}
