import { clsx } from 'clsx';
import { type ReactNode, useRef, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { ICON_GHOST } from './icon-button';
import { lazyPart } from './lazy-part';
import type { MenuEntry } from './menu-entry';
import { tooltip } from './tooltip';

interface MenuProps {
  /** What the menu offers; the accessible name of the button unless it shows text. */
  label: string;
  /** The entries, made when the menu opens. */
  entries: () => readonly MenuEntry[];
  /** A 16 px icon. */
  icon?: ReactNode;
  /** Visible text; without it the button is square and has a tooltip. */
  children?: ReactNode;
  align?: 'start' | 'end';
  side?: 'bottom' | 'top' | 'right';
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabled?: boolean;
  className?: string;
}

export const MenuPopup = lazyPart(() => import('./menu-popup'), 'MenuPopup');

/** A button that opens a menu. The menu itself is loaded when the pointer or focus first comes near. */
export function Menu(props: MenuProps) {
  const {
    label,
    entries,
    icon,
    children,
    align = 'start',
    side = 'bottom',
    variant = 'ghost',
    ...rest
  } = props;
  const { size, disabled, className } = rest;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const preload = () => void MenuPopup.preload();
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        className={buttonClass({
          variant,
          ...(size && { size }),
          className: clsx(
            !children && 'w-control px-0!',
            !children && variant === 'ghost' && ICON_GHOST,
            className,
          ),
        })}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
        {...(children ? {} : { 'aria-label': label, ...tooltip(label) })}
      >
        {icon}
        {children}
      </button>
      {open && (
        <MenuPopup
          label={label}
          entries={entries()}
          anchor={button}
          align={align}
          side={side}
          onClosed={() => setOpen(false)}
        />
      )}
    </>
  );
}
