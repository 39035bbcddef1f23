import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent font-medium hover:bg-accent-hover',
  secondary: 'bg-control-fill text-text hover:bg-control-fill-hover',
  ghost: 'text-text hover:bg-hover aria-pressed:bg-hover [&[aria-haspopup][aria-expanded=true]]:bg-hover',
  danger: 'bg-danger text-on-danger font-medium hover:opacity-90',
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: 'h-6 gap-1 px-2 text-xs pointer-coarse:h-control',
  medium: 'h-control gap-1.5 px-2.5 text-sm',
  large: 'h-9 gap-2 px-3.5 text-base',
};

interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string | undefined;
}

/** The look of a button, for links that act as one: `<Link className={buttonClass({ variant: 'primary' })}>`. */
export function buttonClass({ variant = 'secondary', size = 'medium', className }: ButtonLook = {}): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded transition-colors',
    'disabled:pointer-events-none disabled:opacity-45 aria-disabled:opacity-45 forced-colors:border',
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
