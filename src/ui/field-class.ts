import { clsx } from 'clsx';

/** The look of every field one line high. */
export function fieldClass(className?: string): string {
  return clsx(
    'h-control w-full min-w-0 rounded border border-field bg-transparent px-2 text-sm text-text placeholder:text-muted',
    'hover:border-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0',
    'aria-invalid:border-danger disabled:opacity-45',
    className,
  );
}
