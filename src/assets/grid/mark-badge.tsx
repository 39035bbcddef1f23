import { clsx } from 'clsx';
import { Clock, TriangleAlert } from 'lucide-react';
import type { ItemMark } from './item-marks';

/** The sign of a mark in the corner of a picture. What is confirmed within half a second never shows one. */
export function MarkBadge({ mark: { kind, text }, inList }: { mark: ItemMark; inList: boolean }) {
  const Icon = kind === 'pending' ? Clock : TriangleAlert;
  return (
    <span
      title={text}
      className={clsx(
        'absolute flex size-5 items-center justify-center rounded-[4px] bg-scrim text-on-picture',
        inList ? 'bottom-1 left-6' : 'right-1.5 top-1.5',
        kind === 'pending' && 'transition-opacity delay-500 starting:opacity-0',
      )}
    >
      <Icon aria-hidden="true" size={12} />
    </span>
  );
}
