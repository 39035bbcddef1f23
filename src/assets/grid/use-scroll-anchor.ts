import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ItemOrder } from './item-order';
import { type Box, type GridLayout, rowAt } from './layout/grid-layout';
import { scrolledInto, scrollToTop, topToShow } from './use-viewport';

/** A point of a tile and where it stands in the view: what must not move when everything is laid out anew. */
interface Anchor {
  /** Undefined where the tile is not loaded: then its position is held. */
  readonly id: string | undefined;
  readonly index: number;
  /** 0 at the tile's upper edge, 1 at its lower. */
  readonly fraction: number;
  readonly offset: number;
}

interface ScrollAnchorOptions {
  items: ItemOrder;
  layout: GridLayout;
  /** Height of the view. */
  height: number;
  /** Position of the tile that has the keyboard, -1 where it is not loaded. */
  focused: number;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  update: () => void;
}

/**
 * Keeps a tile in its place on the screen while the layout changes around it: the one under the pointer while sizes
 * change, else the first one in view. It is held until somebody scrolls, so that a view that becomes narrow and wide again
 * shows what it showed. The tile that has the keyboard stays in sight where it was. At the very top nothing is held, so
 * that what is new comes into sight.
 */
export function useScrollAnchor({
  items,
  layout,
  height,
  focused,
  scroller,
  body,
  update,
}: ScrollAnchorOptions): { note: () => void; holdPoint: (index: number, x: number, y: number) => void } {
  const anchor = useRef<Anchor>(undefined);
  /** Where the pointer was when what is under it was held. */
  const pointer = useRef<{ x: number; y: number }>(undefined);
  /** Nobody has scrolled since sizes began to change. */
  const isFixed = useRef(false);
  const placed = useRef({ items, layout, height });
  /** How far into the body the view was scrolled when that was last looked at. */
  const seen = useRef<number>(undefined);
  /** Where this hook scrolled to: what comes of that is no scroll of somebody's. */
  const scrolledTo = useRef<number>(undefined);

  useLayoutEffect(() => {
    const before = placed.current;
    placed.current = { items, layout, height };
    if (!scroller.current || !body.current) return;
    const isOther = before.layout !== layout || before.height !== height;
    const isResized = isOther && before.items === items && before.height > 0;
    // What was held while pages came in may stand in the middle of its row by now.
    if (isResized && !isFixed.current) anchor.current = firstInView(items, before.layout, seen.current ?? 0);
    isFixed.current ||= isResized;
    anchor.current &&= named(anchor.current, items);
    const held = anchor.current && heldTop(anchor.current, items, before.layout, layout);
    // Nearly always, as pages come in below: looking where the view stands would lay the document out once more.
    if (held === undefined && !isResized) return;
    const { offsetTop } = body.current;
    const top = held ?? scrolledInto(scroller.current, body.current);
    const keepsFocus =
      isResized &&
      focused !== -1 &&
      focused < before.layout.count &&
      isMostlyIn(before.layout.box(focused), seen.current ?? -offsetTop, before.height);
    const wanted = offsetTop + (keepsFocus ? topToShow(layout.box(focused), top, height) : top);
    if (Math.abs(scroller.current.scrollTop - wanted) >= 1) {
      scrollToTop(scroller.current, wanted);
      scrolledTo.current = scroller.current.scrollTop;
    }
    seen.current = scrolledInto(scroller.current, body.current);
    update();
  }, [items, layout, height, focused, scroller, body, update]);

  return {
    note() {
      if (scroller.current?.scrollTop === scrolledTo.current) return;
      scrolledTo.current = undefined;
      const top = scrolledInto(scroller.current, body.current);
      seen.current = top;
      isFixed.current = false;
      anchor.current = firstInView(items, layout, top);
    },
    holdPoint(index, x, y) {
      // A tile may move aside in its row: while the pointer rests, it is the first one that counts.
      if (!scroller.current || (isFixed.current && pointer.current?.x === x && pointer.current.y === y))
        return;
      pointer.current = { x, y };
      isFixed.current = true;
      const offset = y - scroller.current.getBoundingClientRect().top;
      const box = layout.box(index);
      const into = offset + scrolledInto(scroller.current, body.current) - box.top;
      anchor.current = { id: items.idAt(index), index, fraction: into / Math.max(1, box.height), offset };
    },
  };
}

/** The row that is first in view where the body is scrolled `top` pixels out of it; undefined at the very top. */
function firstInView(items: ItemOrder, layout: GridLayout, top: number): Anchor | undefined {
  if (top <= 0 || layout.count === 0) return undefined;
  const row = rowAt(layout, top);
  const isCut = layout.rowTop(row) < top - 1;
  const index = layout.rowStart(isCut && row + 1 < layout.rowCount ? row + 1 : row);
  return { id: items.idAt(index), index, fraction: 0, offset: layout.box(index).top - top };
}

/** From now on it is the tile that has come to stand there. */
function named(anchor: Anchor, items: ItemOrder): Anchor {
  return anchor.id === undefined ? { ...anchor, id: items.idAt(anchor.index) } : anchor;
}

/** How far into the body to scroll for what is held to be where it was; undefined where it is gone, or has not moved. */
function heldTop(
  { id, index: last, fraction, offset }: Anchor,
  items: ItemOrder,
  before: GridLayout,
  layout: GridLayout,
): number | undefined {
  if (before === layout) return undefined;
  const index = id === undefined ? last : items.indexOf(id);
  if (index === -1 || index >= layout.count) return undefined;
  const box = layout.box(index);
  return index === last && isSameBox(before, layout, index)
    ? undefined
    : box.top + fraction * box.height - offset;
}

function isSameBox(before: GridLayout, after: GridLayout, index: number): boolean {
  if (index >= before.count) return false;
  const [one, other] = [before.box(index), after.box(index)];
  return one.top === other.top && one.height === other.height;
}

function isMostlyIn(box: Box, top: number, height: number): boolean {
  const middle = box.top + box.height / 2;
  return middle > top && middle < top + height;
}
