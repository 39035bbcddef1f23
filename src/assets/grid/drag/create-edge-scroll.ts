import { edgeSpeed } from './edge-speed';

/** A frame that came late scrolls no further than this: a jump would carry the pointer over what nobody saw. */
const LONGEST_FRAME_MS = 50;

/** Scrolls an element while the pointer of a drag is at its upper or lower edge. */
export interface EdgeScroll {
  /** The pointer is here now. */
  follow(clientY: number): void;
  stop(): void;
}

/** `onScroll` is called after each step. */
export function createEdgeScroll(scroller: HTMLElement, onScroll: () => void): EdgeScroll {
  let speed = 0;
  let frame = 0;
  let last = 0;
  /** What scrolling by whole pixels has left over. */
  let rest = 0;
  const step = (now: number) => {
    frame = 0;
    if (speed === 0) return;
    rest += (speed * Math.min(LONGEST_FRAME_MS, now - last)) / 1000;
    last = now;
    const pixels = Math.trunc(rest);
    rest -= pixels;
    if (pixels !== 0) {
      scroller.scrollTop += pixels;
      onScroll();
    }
    frame = requestAnimationFrame(step);
  };
  return {
    follow(clientY) {
      const { top } = scroller.getBoundingClientRect();
      speed = edgeSpeed(clientY, top, top + scroller.clientHeight);
      if (speed === 0 || frame !== 0) return;
      last = performance.now();
      rest = 0;
      frame = requestAnimationFrame(step);
    },
    stop() {
      speed = 0;
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
