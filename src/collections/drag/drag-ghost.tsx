import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { formatCount } from '~/ui/format-facts';
import type { Drag } from './drag-store';

interface DragGhostProps {
  drag: Drag;
  /** Said under the pictures. */
  hint: string | undefined;
  ref: RefObject<HTMLDivElement | null>;
}

const TILTS = ['', 'translate-x-1.5 translate-y-1.5', 'translate-x-3 translate-y-3'];

/** What hangs on the pointer: at most three pictures, and how many there are. */
export function DragGhost({ drag, hint, ref }: DragGhostProps) {
  const { items, pictures, start } = drag;
  const count = items.assets.length + items.models.length;
  const sheets = TILTS.slice(0, Math.min(TILTS.length, count));
  return (
    <div
      ref={ref}
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-50"
      style={{ transform: `translate(${start.x}px, ${start.y}px)` }}
    >
      <div className="relative mt-3 ml-3 size-16">
        {sheets.map((tilt, index) => (
          <div
            key={tilt}
            className={clsx(
              'absolute inset-0 overflow-hidden rounded-picture border border-line-strong bg-raised',
              tilt,
            )}
            style={{ zIndex: -index }}
          >
            {pictures[index] && (
              <img src={pictures[index]} alt="" draggable={false} className="size-full object-cover" />
            )}
          </div>
        ))}
        <span className="absolute -top-2 -right-2 flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-medium text-on-accent tabular-nums">
          {formatCount(count)}
        </span>
      </div>
      {hint && (
        <p className="mt-5 ml-3 w-fit rounded bg-raised px-2 py-1 text-xs text-muted shadow-float">{hint}</p>
      )}
    </div>
  );
}
