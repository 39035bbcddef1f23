import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type Box, type GridLayout, rowAt } from './layout/grid-layout';

/** Rows in and around the view, the last one included. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Drawn beyond the view on both sides together, in views: enough for a fling of 6,000 px/s, little enough to stay cheap. */
const OVERSCAN = 1;
const OVERSCAN_MAX = 1400;
/** The share of it on the side that is scrolled to: what is behind needs less. */
const AHEAD = 0.7;

/** Size of the scrolling box, and of the grid in it. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/**
 * Follows the size of the scrolling element and of the grid's body in it: 0 until it is measured for the first time,
 * which `begin` decides when to do.
 */
export function useViewport(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  begin: (measure: () => void) => void = atOnce,
): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const width = body.current?.clientWidth ?? 0;
      const height = scroller.current?.clientHeight ?? 0;
      setViewport((last) => (last.width === width && last.height === height ? last : { width, height }));
    };
    begin(measure);
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    if (scroller.current) observer.observe(scroller.current);
    if (body.current) observer.observe(body.current);
    return () => observer.disconnect();
  }, [scroller, body, begin]);
  return viewport;
}

function atOnce(measure: () => void): void {
  measure();
}

/** The rows to draw for where the scroller stands; `update` reads it again at once, e.g. after scrolling by script. */
export function useRowWindow(
  layout: GridLayout,
  { height }: Viewport,
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
): { rows: RowWindow; update: () => void } {
  const [place, setPlace] = useState<Place>({ top: 0, ahead: 0.5 });
  const seen = useRef(0);
  const update = useCallback(() => {
    const top = scrolledInto(scroller.current, body.current);
    const moved = top - seen.current;
    seen.current = top;
    setPlace((last) => {
      const next = { top, ahead: moved === 0 ? last.ahead : moved > 0 ? AHEAD : 1 - AHEAD };
      // Between two row boundaries nothing is drawn again: the browser scrolls on its own.
      return sameRows(windowAt(layout, last, height), windowAt(layout, next, height)) ? last : next;
    });
  }, [layout, height, scroller, body]);
  return { rows: windowAt(layout, place, height), update };
}

/** How far the grid's body is scrolled past the upper edge; negative while a header stands above it. */
export function scrolledInto(scroller: HTMLElement | null, body: HTMLElement | null): number {
  return scroller && body ? scroller.scrollTop - body.offsetTop : 0;
}

/** Scrolls by script, at once. */
export function scrollToTop(scroller: HTMLElement, top: number): void {
  scroller.scrollTop = top;
}

/** Kept free above and below a tile that is brought into view. */
const MARGIN = 8;

/** How far into the body to scroll for a box to be in view, from where one is: as little as that takes. */
export function topToShow(box: Box, top: number, height: number): number {
  const highest = box.top + box.height + MARGIN - height;
  if (box.top < top || highest > box.top) return box.top - MARGIN;
  return Math.max(top, highest);
}

/** Brings a box into view, or to its upper edge. */
export function bringIntoView(
  { current: view }: RefObject<HTMLElement | null>,
  { current: body }: RefObject<HTMLElement | null>,
  box: Box,
  atTop = false,
): void {
  if (!view || !body) return;
  // Seen from far below, it stands at the upper edge.
  const from = atTop ? Number.POSITIVE_INFINITY : scrolledInto(view, body);
  const top = topToShow(box, from, view.clientHeight);
  if (top !== from) scrollToTop(view, body.offsetTop + top);
}

/** Where the view stands, and the share of what is drawn beyond it that lies below. */
interface Place {
  readonly top: number;
  readonly ahead: number;
}

function windowAt(layout: GridLayout, { top, ahead }: Place, height: number): RowWindow {
  if (layout.rowCount === 0 || height === 0) return { first: 0, last: -1 };
  const margin = Math.min(OVERSCAN_MAX, height * OVERSCAN);
  return {
    first: rowAt(layout, top - margin * (1 - ahead)),
    last: rowAt(layout, top + height + margin * ahead),
  };
}

function sameRows(one: RowWindow, other: RowWindow): boolean {
  return one.first === other.first && one.last === other.last;
}
