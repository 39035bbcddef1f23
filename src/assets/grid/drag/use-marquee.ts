import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import type { PlaceSelection } from '../../selection/selection-store';
import type { GridItem } from '../item-sequence';
import type { GridLayout } from '../layout/grid-layout';
import type { GridMode } from '../use-grid-gestures';
import { drawMarquee, type Marquee } from './draw-marquee';

interface MarqueeOptions<T extends GridItem> {
  layout: GridLayout;
  selection: PlaceSelection<T>;
  mode: GridMode;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  /** The rectangle to be shown. */
  frame: RefObject<HTMLElement | null>;
  /** The keyboard belongs to the grid now. */
  onDrawn: () => void;
}

/** Draws rectangles from empty ground; give the answer to the scrolling element. */
export function useMarquee<T extends GridItem>(options: MarqueeOptions<T>) {
  const { layout, selection, mode, scroller, body, frame, onDrawn } = options;
  const current = useRef(layout);
  const drawing = useRef<Marquee>(undefined);

  useLayoutEffect(() => {
    current.current = layout;
    // A page may have come while the rectangle was being drawn: what it covers there is selected too.
    drawing.current?.update();
  });
  useEffect(() => () => drawing.current?.cancel(), []);

  const isGround = ({ target, clientX }: MouseEvent) => {
    if (!scroller.current || (target !== scroller.current && target !== body.current)) return false;
    // The scroll bar is no ground.
    return clientX - scroller.current.getBoundingClientRect().left < scroller.current.clientWidth;
  };

  return {
    onMouseDown(event: MouseEvent) {
      // The browser would give the keyboard to the scrolling element, and mark text beside it.
      if (!isGround(event)) return;
      event.preventDefault();
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && !body.current?.contains(activeElement))
        activeElement.blur();
    },
    onPointerDown(event: PointerEvent) {
      if (mode === 'choose-one' || event.button !== 0 || event.pointerType === 'touch') return;
      if (!isGround(event) || !scroller.current || !body.current || !frame.current) return;
      drawing.current = drawMarquee({
        start: event.nativeEvent,
        layout: () => current.current,
        selection,
        // Where a click ticks, a rectangle ticks too, and nothing that was chosen is lost.
        plain: mode === 'browse' ? 'replace' : 'add',
        elements: { scroller: scroller.current, body: body.current, frame: frame.current },
        onEnd: (drawn) => {
          drawing.current = undefined;
          if (drawn) onDrawn();
        },
      });
    },
  };
}
