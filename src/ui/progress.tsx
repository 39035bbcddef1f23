import { clsx } from 'clsx';

interface ProgressProps {
  /** What is going on; the accessible name. */
  label: string;
  /** Done so far; `null` while the amount is unknown. */
  value: number | null;
  max?: number;
  className?: string;
}

/** A thin bar of progress. */
export function Progress({ label, value, max = 1, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      max={max > 0 ? max : 1}
      {...(value !== null && { value })}
      className={clsx('progress block h-0.5 w-full', className)}
    />
  );
}
