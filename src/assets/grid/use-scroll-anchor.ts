import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridItem, ItemSequence } from './item-sequence';
import { type GridLayout, rowAt } from './layout/grid-layout';
import { scrolledInto, scrollToTop } from './use-viewport';

/** A point of a tile and where it stands in the view: what must not move when everything is laid out anew. */
interface Anchor {
  /** Undefined where the tile is not loaded: then its position is held. */
  readonly id: string | undefined;
  readonly index: number;
  /** 0 at the tile's upper edge, 1 at its lower. */
  readonly fraction: number;
  readonly offset: number;
}

interface ScrollAnchorOptions<T extends GridItem> {
  items: ItemSequence<T>;
  layout: GridLayout;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  update: () => void;
}

function isSameBox(before: GridLayout, after: GridLayout, index: number): boolean {
  if (index >= before.count) return false;
  const [one, other] = [before.box(index), after.box(index)];
  return one.top === other.top && one.height === other.height;
}

/**
 * Keeps a tile in its place on the screen while the layout changes around it: the one under the pointer while sizes
 * change, else the first one in view. At the very top nothing is held, so that what is new comes into sight.
 */
export function useScrollAnchor<T extends GridItem>({
  items,
  layout,
  scroller,
  body,
  update,
}: ScrollAnchorOptions<T>): { note: () => void; holdPoint: (index: number, clientY: number) => void } {
  const anchor = useRef<Anchor>(undefined);
  const placed = useRef(layout);

  const hold = (index: number, offset: number) => {
    const box = layout.box(index);
    const y = offset + scrolledInto(scroller.current, body.current);
    anchor.current = {
      id: items.idAt(index),
      index,
      fraction: (y - box.top) / Math.max(1, box.height),
      offset,
    };
  };

  useLayoutEffect(() => {
    const before = placed.current;
    placed.current = layout;
    const held = anchor.current;
    if (!held || before === layout || !scroller.current || !body.current) return;
    const index = held.id === undefined ? held.index : items.indexOf(held.id);
    if (index === -1 || index >= layout.count) return;
    if (held.id === undefined) anchor.current = { ...held, id: items.idAt(index) };
    const box = layout.box(index);
    // Nearly always, as pages come in below: looking where the view stands would lay the document out once more.
    if (index === held.index && isSameBox(before, layout, index)) return;
    const top = body.current.offsetTop + box.top + held.fraction * box.height - held.offset;
    if (Math.abs(scroller.current.scrollTop - top) >= 1) scrollToTop(scroller.current, top);
    update();
  }, [items, layout, scroller, body, update]);

  return {
    note() {
      const top = scrolledInto(scroller.current, body.current);
      anchor.current = undefined;
      if (top <= 0 || layout.count === 0) return;
      const row = rowAt(layout, top);
      const index = layout.rowStart(layout.rowTop(row) < top && row + 1 < layout.rowCount ? row + 1 : row);
      hold(index, layout.rowTop(layout.rowOf(index)) - top);
    },
    holdPoint(index, clientY) {
      if (scroller.current) hold(index, clientY - scroller.current.getBoundingClientRect().top);
    },
  };
}
