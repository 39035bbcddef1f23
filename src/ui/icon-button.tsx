import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { buttonClass, type ButtonVariant } from './button-class';
import { tooltip } from './tooltip';

/** An icon alone steps back until it is needed. */
export const ICON_GHOST =
  'text-muted! hover:text-text! aria-pressed:text-text! [&[aria-haspopup][aria-expanded=true]]:text-text!';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'name'> {
  /** What the button does; its accessible name and tooltip. */
  name: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  /** Keys shown in the tooltip, as `Mod+K`. */
  keys?: string | undefined;
}

/** A square button with an icon, always with a name. Give `aria-pressed` for a toggle. */
export function IconButton({ name, icon, variant = 'ghost', keys, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      className={buttonClass({
        variant,
        className: clsx(variant === 'ghost' && ICON_GHOST, 'w-control px-0!', className),
      })}
      {...tooltip(name, keys)}
      {...rest}
    >
      {icon}
    </button>
  );
}
