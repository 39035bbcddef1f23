import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { PlaceSelection } from '../selection/selection-store';
import type { GridItem, ItemSequence } from './item-sequence';
import type { GridLayout } from './layout/grid-layout';
import { useScrolledByHand } from './use-scrolled-by-hand';
import { bringIntoView } from './use-viewport';

interface GridFocusOptions<T extends GridItem> {
  items: ItemSequence<T>;
  layout: GridLayout;
  selection: PlaceSelection<T>;
  /** Position of the tile that has the keyboard, -1 where it is not loaded. */
  focused: number;
  /** Draws what is in sight after scrolling by script. */
  update: () => void;
}

/**
 * Brings the keyboard, and the view, to positions: `goTo` to the upper edge, `focusIndex` just into sight. Those that are
 * not loaded yet it brings them to as soon as they are; `arrive` then says what that does to the selection.
 */
export function useGridFocus<T extends GridItem>(
  { items, layout, selection, focused, update }: GridFocusOptions<T>,
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
) {
  /** The keyboard is in the grid, even while the tile it was on has just left the document. */
  const keyboard = useRef(false);
  const awaited = useRef<{ index: number; arrive: (id: T['id']) => void }>(undefined);
  /** The keyboard has been sent for, wherever it is. */
  const sentFor = useRef(false);
  const holdKeyboard = useCallback((isHere: boolean) => {
    keyboard.current = isHere;
  }, []);

  const show = useCallback(
    (index: number, atTop: boolean) => {
      bringIntoView(scroller, body, layout.box(index), atTop);
      update();
    },
    [layout, scroller, body, update],
  );
  const moveFocus = useCallback((id: T['id']) => selection.moveFocus(id), [selection]);
  const focusIndex = useCallback(
    (index: number, arrive = moveFocus) => {
      const id = items.idAt(index);
      awaited.current = id === undefined ? { index, arrive } : undefined;
      show(index, false);
      const tile = tileAt(body, index);
      if (tile) tile.focus({ preventScroll: true });
      else if (id !== undefined) {
        // It is drawn with the next rendering, and gets the keyboard then.
        keyboard.current = true;
        selection.focusOn(id);
      }
    },
    [items, selection, show, body, moveFocus],
  );
  const goTo = useCallback(
    (index: number, arrive = moveFocus) => {
      awaited.current = { index, arrive };
      if (index >= layout.count) return;
      // What comes in around it may move it until it is there.
      show(index, true);
      const id = items.idAt(index);
      if (id === undefined || layout.isExact?.(index) === false) return;
      awaited.current = undefined;
      sentFor.current = true;
      arrive(id);
    },
    [items, layout, show, moveFocus],
  );
  useLayoutEffect(() => {
    if (awaited.current) goTo(awaited.current.index, awaited.current.arrive);
  }, [goTo]);
  useScrolledByHand(scroller, () => {
    awaited.current = undefined;
  });

  useLayoutEffect(() => {
    if ((!keyboard.current && !sentFor.current) || focused === -1) return;
    const active = document.activeElement;
    if (!sentFor.current && active !== document.body && !body.current?.contains(active)) return;
    const cell = tileAt(body, focused);
    if (cell) sentFor.current = false;
    if (cell && cell !== active) cell.focus({ preventScroll: true });
  });
  return { holdKeyboard, focusIndex, goTo };
}

type ElementRef = RefObject<HTMLElement | null>;

function tileAt(body: ElementRef, index: number): HTMLElement | null | undefined {
  return body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
}
