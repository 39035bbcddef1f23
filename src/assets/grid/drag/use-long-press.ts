import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { PlaceSelection } from '../../selection/selection-store';
import type { GridItem } from '../item-sequence';
import type { GridLayout } from '../layout/grid-layout';
import { sweepTouch } from './sweep-touch';

interface LongPressOptions<T extends GridItem> {
  layout: GridLayout;
  selection: PlaceSelection<T>;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  /** A finger was held still. Answers the tile from which it may now sweep over others. */
  onHold: (event: PointerEvent) => T['id'] | undefined;
}

interface Press {
  timer: number;
  held: boolean;
  /** Ends the sweep that came of it. */
  stop?: (() => void) | undefined;
}

/** The time after which a touch that has not begun to scroll is a long press. */
const LONG_PRESS_MS = 450;

/** A finger held on a tile, and what it sweeps over then. */
export function useLongPress<T extends GridItem>(options: LongPressOptions<T>) {
  const { layout, selection, scroller, body } = options;
  const latest = useRef(layout);
  const press = useRef<Press>(undefined);
  useLayoutEffect(() => {
    latest.current = layout;
  }, [layout]);
  useEffect(() => {
    const element = body.current;
    // There from the start: a browser that has decided to scroll no longer asks.
    const keep = (event: TouchEvent) => {
      if (press.current?.stop) event.preventDefault();
    };
    element?.addEventListener('touchmove', keep, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', keep);
      clearTimeout(press.current?.timer);
      press.current?.stop?.();
    };
  }, [body]);

  return {
    begin(event: PointerEvent) {
      clearTimeout(press.current?.timer);
      press.current = undefined;
      if (event.pointerType !== 'touch') return;
      const timer = window.setTimeout(() => {
        letGo.abort();
        pressed.held = true;
        const id = options.onHold(event);
        if (id === undefined || !scroller.current || !body.current) return;
        pressed.stop = sweepTouch({
          start: event,
          id,
          layout: () => latest.current,
          selection,
          elements: { scroller: scroller.current, body: body.current },
          onEnd: () => {
            pressed.stop = undefined;
          },
        });
      }, LONG_PRESS_MS);
      const pressed: Press = { timer, held: false };
      press.current = pressed;
      const letGo = new AbortController();
      const giveUp = () => {
        clearTimeout(timer);
        letGo.abort();
      };
      addEventListener('pointerup', giveUp, { signal: letGo.signal });
      addEventListener('pointercancel', giveUp, { signal: letGo.signal });
    },
    /** Between the press of a finger and the click that may follow. */
    isPressed: () => press.current !== undefined,
    /** Whether the click that comes now ends a long press. Asked once. */
    wasHeld() {
      const held = press.current?.held === true;
      press.current = undefined;
      return held;
    },
  };
}
