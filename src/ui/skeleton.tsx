import { clsx } from 'clsx';

/** A still box in the place of text or a picture that is being read. Size it with `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx('block rounded-picture bg-hover', className)} />;
}
