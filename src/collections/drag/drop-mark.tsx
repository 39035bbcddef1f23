import { clsx } from 'clsx';
import type { DropEffect } from './drop-effect';

/** The visible part of a target, in the window. */
export interface MarkBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A ring around the collection under the pointer, and what a drop on it would do. */
export function DropMark({ box, effect }: { box: MarkBox; effect: DropEffect }) {
  const { text, outcome } = effect;
  const idle = outcome !== 'changes';
  const isLine = box.height < 48;
  return (
    <div
      aria-hidden="true"
      className={clsx(
        'pointer-events-none fixed z-40 flex rounded border-2',
        isLine ? 'items-center justify-end p-0.5' : '-m-1.5 box-content items-start p-1',
        idle ? 'border-line-strong' : 'border-accent',
      )}
      style={box}
    >
      <span
        className={clsx(
          'max-w-full truncate rounded-[4px] px-1.5 text-xs font-medium tabular-nums',
          idle ? 'bg-raised text-text' : 'bg-accent text-on-accent',
          !isLine && 'py-0.5',
        )}
      >
        {text}
      </span>
    </div>
  );
}

/** The part of a target that its scrolling box leaves in sight. */
export function visibleBox(target: Element): MarkBox {
  const inner = target.getBoundingClientRect();
  let { left, top, right, bottom } = inner;
  for (let box = target.parentElement; box; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'visible') continue;
    const outer = box.getBoundingClientRect();
    left = Math.max(left, outer.left);
    top = Math.max(top, outer.top);
    right = Math.min(right, outer.right);
    bottom = Math.min(bottom, outer.bottom);
  }
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
