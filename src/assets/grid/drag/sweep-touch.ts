import type { PlaceSelection } from '../../selection/selection-store';
import type { GridItem } from '../item-sequence';
import { type GridLayout, rowAt } from '../layout/grid-layout';
import { createEdgeScroll } from './create-edge-scroll';
import type { Point } from './marquee-indexes';

interface SweepTouchOptions<T extends GridItem> {
  /** The finger that has been held still on a tile. */
  start: PointerEvent;
  id: T['id'];
  layout: () => GridLayout;
  selection: PlaceSelection<T>;
  elements: { scroller: HTMLElement; body: HTMLElement };
  onEnd: () => void;
}

/**
 * A finger held on a tile and then drawn over others: everything from the first tile to the one under the finger takes
 * the state that the first one took. Answers a way to end it early.
 */
export function sweepTouch<T extends GridItem>(options: SweepTouchOptions<T>): () => void {
  const { start, id, layout, selection, onEnd } = options;
  const { scroller, body } = options.elements;
  const before = selection.moment();
  const select = !before.state.selected.has(id);
  let finger = { clientX: start.clientX, clientY: start.clientY };
  let end = id;

  const update = () => {
    const { left, top } = body.getBoundingClientRect();
    const index = nearestIndex(layout(), { x: finger.clientX - left, y: finger.clientY - top });
    // Where that tile is not loaded yet, the sweep goes as far as it got.
    end = selection.sequence().idAt(index) ?? end;
    selection.sweep(before, { start: id, end, select });
  };
  const scroll = createEdgeScroll(scroller, update);
  const listeners = new AbortController();
  const { signal } = listeners;
  const stop = () => {
    listeners.abort();
    scroll.stop();
    selection.moveFocus(end);
    onEnd();
  };
  const own = (act: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === start.pointerId) act(event);
  };

  update();
  // The finger must not scroll the page as well. Asked of the tile itself: it may leave the document meanwhile.
  start.target?.addEventListener('touchmove', preventDefault, { signal, passive: false });
  scroller.setPointerCapture(start.pointerId);
  const onMove = own((event) => {
    finger = { clientX: event.clientX, clientY: event.clientY };
    scroll.follow(event.clientY);
    update();
  });
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', own(stop), { signal });
  addEventListener('pointercancel', own(stop), { signal });
  return stop;
}

/** Keeps a gesture from the browser. */
function preventDefault(event: Event): void {
  event.preventDefault();
}

/** The tile nearest to a point: in its row, or in the last one below it. */
function nearestIndex(layout: GridLayout, { x, y }: Point): number {
  const row = rowAt(layout, y);
  let nearest = layout.rowStart(row);
  let least = Number.POSITIVE_INFINITY;
  for (let index = nearest; index < layout.rowStart(row + 1); index += 1) {
    const { left, width } = layout.box(index);
    const away = Math.max(left - x, x - left - width, 0);
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest;
}
