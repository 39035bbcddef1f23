import { type RefObject, useEffect, useEffectEvent } from 'react';
import { edgeSpeed } from '~/assets/grid/drag/edge-speed';
import type { Drag } from './drag-store';
import { scrollerUnder } from './scroller-under';
import { createSpring } from './spring';

/** Where the pointer is, and what of the page is under it. */
export interface DragPoint {
  x: number;
  y: number;
  /** From the innermost out. */
  elements: readonly Element[];
  wantsMove: boolean;
}

interface DragPointerOptions {
  drag: Drag;
  ghost: RefObject<HTMLElement | null>;
  /** Told in every frame: what is under the pointer also changes by scrolling and by what opens. */
  onPoint: (point: DragPoint) => void;
  onDrop: (point: DragPoint) => void;
  onCancel: () => void;
}

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

/** Shift moves everywhere; Command too where that is the custom. */
const wantsMove = (event: KeyboardEvent | PointerEvent) => event.shiftKey || (APPLE && event.metaKey);

/** Follows a drag with the pointer until it is let go or cancelled: scrolls at edges, opens what it waits over. */
export function useDragPointer(options: DragPointerOptions): void {
  const { drag, ghost } = options;
  const onPoint = useEffectEvent((point: DragPoint) => options.onPoint(point));
  const onDrop = useEffectEvent((point: DragPoint) => options.onDrop(point));
  const onCancel = useEffectEvent(() => options.onCancel());

  useEffect(() => {
    const spring = createSpring();
    const root = document.documentElement;
    let { x, y } = drag.start;
    let move = false;
    let frame = 0;
    let last = performance.now();
    const look = (): DragPoint => ({
      x,
      y,
      elements: document.elementsFromPoint(x, y).filter((element) => !ghost.current?.contains(element)),
      wantsMove: move,
    });
    const step = (now: number) => {
      const point = look();
      const box = scrollerUnder(point.elements);
      if (box) {
        const { top, bottom } = box.getBoundingClientRect();
        // A tab that was away must not leap.
        box.scrollTop += (edgeSpeed(y, top, bottom) * Math.min(50, now - last)) / 1000;
      }
      last = now;
      spring.wait(point, now);
      onPoint(point);
      frame = requestAnimationFrame(step);
    };
    const onMove = (event: PointerEvent) => {
      if (event.buttons === 0) return onCancel();
      ({ clientX: x, clientY: y } = event);
      move = wantsMove(event);
      if (ghost.current) ghost.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    const onUp = (event: PointerEvent) => {
      ({ clientX: x, clientY: y } = event);
      move = wantsMove(event);
      swallowClick();
      onDrop(look());
    };
    const onKey = (event: KeyboardEvent) => {
      move = wantsMove(event);
      if (event.key !== 'Escape') return;
      // Only the drag: what is selected stays so.
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowClick();
      onCancel();
    };
    const cancel = () => onCancel();
    addEventListener('pointermove', onMove, true);
    addEventListener('pointerup', onUp, true);
    addEventListener('pointercancel', cancel, true);
    addEventListener('blur', cancel);
    addEventListener('keydown', onKey, true);
    addEventListener('keyup', onKey, true);
    root.setAttribute('data-dragging', '');
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      spring.release();
      root.removeAttribute('data-dragging');
      removeEventListener('pointermove', onMove, true);
      removeEventListener('pointerup', onUp, true);
      removeEventListener('pointercancel', cancel, true);
      removeEventListener('blur', cancel);
      removeEventListener('keydown', onKey, true);
      removeEventListener('keyup', onKey, true);
    };
  }, [drag, ghost]);
}

/** The click that ends a drag is nobody's: it would open what is under it, or empty the selection. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  const stop = () => removeEventListener('click', swallow, true);
  // A release over another element makes no click; the next press begins one that counts.
  addEventListener('pointerdown', stop, { capture: true, once: true });
}
