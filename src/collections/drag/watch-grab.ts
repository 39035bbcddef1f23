import { type Drag, dragStore } from './drag-store';

/** Pixels before a press becomes a drag: a hand that clicks is not that steady. */
const THRESHOLD = 6;

type Press = Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerId'>;

/** Follows a press on an item: once the pointer has gone far enough, what `grab` gives is being dragged. */
export function watchGrab(press: Press, grab: (start: Drag['start']) => Drag): void {
  const start = { x: press.clientX, y: press.clientY };
  let began = false;
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId || began) return;
    // Let go where nobody could tell: outside of the window, over a native menu.
    if (event.buttons === 0) return stop();
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < THRESHOLD) return;
    began = true;
    dragStore.setState({ drag: grab(start) });
  };
  // The layer hears the release first and drops; without it (its code is still on the way) the drag just ends.
  const stop = () => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', stop);
    removeEventListener('pointercancel', stop);
    if (began) dragStore.setState({ drag: null });
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', stop);
  addEventListener('pointercancel', stop);
}
