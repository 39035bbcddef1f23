import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { tooltip } from './tooltip';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A 16 px icon before the text. */
  icon?: ReactNode;
  /** Keys shown in a tooltip, as `Mod+K`. */
  keys?: string | undefined;
}

/** A push button. Secondary unless told; one primary button a view. */
export function Button({ variant, size, icon, keys, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={buttonClass({ ...(variant && { variant }), ...(size && { size }), className })}
      {...(keys && tooltip(typeof children === 'string' ? children : '', keys))}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
