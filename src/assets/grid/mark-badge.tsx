import { clsx } from 'clsx';
import { Clock, TriangleAlert } from 'lucide-react';
import type { ItemMark } from './item-marks';

/**
 * The sign of a mark in the corner of a picture: `corner` places it. What is confirmed within half a second never
 * shows one.
 */
export function MarkBadge({ mark: { kind, text }, corner }: { mark: ItemMark; corner: string }) {
  const Icon = kind === 'pending' ? Clock : TriangleAlert;
  return (
    <span
      title={text}
      className={clsx(
        'absolute flex size-5 items-center justify-center rounded-[4px] bg-scrim text-on-picture',
        corner,
        kind === 'pending' && 'transition-opacity delay-500 starting:opacity-0',
      )}
    >
      <Icon aria-hidden="true" size={12} />
    </span>
  );
}
