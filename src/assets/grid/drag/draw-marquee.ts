import type { MarqueeMode } from '../../selection/selection';
import type { PlaceSelection } from '../../selection/selection-store';
import type { GridItem } from '../item-sequence';
import type { GridLayout } from '../layout/grid-layout';
import { createEdgeScroll } from './create-edge-scroll';
import { marqueeIndexes, type Point } from './marquee-indexes';

interface DrawMarqueeOptions<T extends GridItem> {
  start: PointerEvent;
  layout: () => GridLayout;
  selection: PlaceSelection<T>;
  /** What it does without a key held. */
  plain: MarqueeMode;
  elements: { scroller: HTMLElement; body: HTMLElement; frame: HTMLElement };
  /** Before the keyboard goes to the last tile. False where the pointer did not move, and after Escape. */
  onEnd: (drawn: boolean) => void;
}

export interface Marquee {
  /** What is under the rectangle has changed. */
  update(): void;
  cancel(): void;
}

/** Pixels a pointer may move before a press is a drag. */
const THRESHOLD = 4;
/** A press this near to a tile has missed it: it does not clear what is selected. */
const NEAR = 12;

/**
 * A rectangle from where the pointer went down, until it goes up or Escape is pressed. Its start keeps to the content
 * while that scrolls. Ctrl, Command and Shift add, Alt takes away.
 */
export function drawMarquee<T extends GridItem>(options: DrawMarqueeOptions<T>): Marquee {
  const { start, layout, selection, plain, onEnd } = options;
  const { scroller, body, frame } = options.elements;
  const mode = start.altKey ? 'subtract' : start.ctrlKey || start.metaKey || start.shiftKey ? 'add' : plain;
  const from = pointIn(body, start);
  const before = selection.moment();
  let pointer = { clientX: start.clientX, clientY: start.clientY };
  let drawn = false;
  let due = 0;
  let covered: readonly number[] = [];

  const update = () => {
    due = 0;
    if (!drawn) return;
    const to = withinScroller(pointIn(body, pointer), scroller, body);
    frame.style.translate = `${Math.min(from.x, to.x)}px ${Math.min(from.y, to.y)}px`;
    frame.style.width = `${Math.abs(to.x - from.x)}px`;
    frame.style.height = `${Math.abs(to.y - from.y)}px`;
    covered = marqueeIndexes(layout(), from, to);
    selection.marquee(before, covered, mode);
  };
  const scroll = createEdgeScroll(scroller, update);
  /** However many moves a frame brings, they are answered once. */
  const updateSoon = () => {
    if (due === 0) due = requestAnimationFrame(update);
  };

  const listeners = new AbortController();
  const end = (kept: boolean) => {
    cancelAnimationFrame(due);
    if (kept) update();
    listeners.abort();
    scroll.stop();
    frame.hidden = true;
    if (scroller.hasPointerCapture(start.pointerId)) scroller.releasePointerCapture(start.pointerId);
    onEnd(kept && drawn);
    if (!kept) return;
    const last = covered.at(-1);
    const id = last === undefined ? undefined : selection.sequence().idAt(last);
    if (id !== undefined) selection.moveFocus(id);
    selection.fillMarquee(covered, mode);
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    pointer = { clientX: event.clientX, clientY: event.clientY };
    const moved = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    if (!drawn && moved < THRESHOLD) return;
    if (!drawn) {
      drawn = true;
      frame.hidden = false;
      // Beyond the window too.
      scroller.setPointerCapture(start.pointerId);
    }
    scroll.follow(event.clientY);
    updateSoon();
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    // A press on open ground lets go of everything, as in every file manager.
    if (!drawn && mode === 'replace' && isOpenGround(layout(), from)) selection.clear();
    end(true);
  };
  const onKey = (event: KeyboardEvent) => {
    // Alt alone would open the browser's menu when it is let go.
    if (event.key === 'Alt') event.preventDefault();
    if (event.key !== 'Escape' || !drawn) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  const cancel = () => {
    if (drawn) selection.restore(before);
    end(false);
  };

  const { signal } = listeners;
  addEventListener('pointermove', onMove, { signal });
  addEventListener('pointerup', onUp, { signal });
  addEventListener('pointercancel', cancel, { signal });
  addEventListener('keydown', onKey, { signal, capture: true });
  addEventListener('keyup', onKey, { signal, capture: true });
  scroller.addEventListener('scroll', updateSoon, { signal });
  return { update: updateSoon, cancel };
}

function pointIn(body: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = body.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** A rectangle beyond the content would make the content larger. */
function withinScroller({ x, y }: Point, scroller: HTMLElement, body: HTMLElement): Point {
  const { offsetLeft, offsetTop } = body;
  return {
    x: Math.max(-offsetLeft, Math.min(scroller.clientWidth - offsetLeft, x)),
    y: Math.max(-offsetTop, Math.min(scroller.scrollHeight - offsetTop, y)),
  };
}

function isOpenGround(layout: GridLayout, { x, y }: Point): boolean {
  const near = marqueeIndexes(layout, { x: x - NEAR, y: y - NEAR }, { x: x + NEAR, y: y + NEAR });
  return near.length === 0;
}
