import { clsx } from 'clsx';
import { type ReactNode, useRef, useState } from 'react';
import { type ButtonVariant, buttonClass } from './button-class';
import { ICON_GHOST } from './icon-button';
import { lazyPart } from './lazy-part';
import { tooltip } from './tooltip';

interface PopoverProps {
  /** What it is about: its accessible name, and the button's unless that shows text. */
  label: string;
  /** A 16 px icon. */
  icon?: ReactNode;
  /** Visible text of the button; without it the button is square and has a tooltip. */
  trigger?: ReactNode;
  variant?: ButtonVariant;
  align?: 'start' | 'end';
  className?: string;
  /** What is inside; given a function, it can close itself. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

const PopoverPopup = lazyPart(() => import('./popover-popup'), 'PopoverPopup');

/** A button with a small panel beside it: filters, options. Loaded when the pointer or focus first comes near. */
export function Popover(props: PopoverProps) {
  const { label, icon, trigger, variant = 'ghost', align = 'start', className, children } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const preload = () => void PopoverPopup.preload();
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        className={buttonClass({
          variant,
          className: clsx(
            !trigger && 'w-control px-0!',
            !trigger && variant === 'ghost' && ICON_GHOST,
            className,
          ),
        })}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setOpen(!open)}
        {...(trigger ? {} : { 'aria-label': label, ...tooltip(label) })}
      >
        {icon}
        {trigger}
      </button>
      {open && (
        <PopoverPopup label={label} anchor={button} align={align} onClose={close}>
          {typeof children === 'function' ? children(close) : children}
        </PopoverPopup>
      )}
    </>
  );
}
