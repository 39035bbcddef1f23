import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { ItemOrder } from './item-order';
import { type Box, type GridLayout, rowAt } from './layout/grid-layout';
import { recallScroll, rememberScroll, type ScrollPlace } from './scroll-memory';
import { useScrolledByHand } from './use-scrolled-by-hand';
import { scrolledInto, scrollToTop } from './use-viewport';

interface RestoredScrollOptions {
  /** The history entry shown. */
  entry: string;
  /** Whose rows these are, the same object each time. */
  place: object;
  /** What is listed of it: another listing, like that of another place, starts where it was left, else at the top. */
  listing: string;
  items: ItemOrder;
  layout: GridLayout;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  update: () => void;
  loadMore: (() => void) | undefined;
  /** False at the end of the listing. */
  hasMore: boolean;
  /** Brings the keyboard to an item. */
  focusIndex: (index: number) => void;
}

/**
 * Back returns to the same item at the same place. A place that is not loaded (after a reload) is looked for at its
 * position or, where there are no positions, read up to page by page, until the person scrolls on their own.
 */
export function useRestoredScroll(options: RestoredScrollOptions): void {
  const { entry, place, listing, items, layout, scroller, body, update, loadMore, hasMore, focusIndex } =
    options;
  const wanted = useRef<ScrollPlace>(undefined);
  const shown = useRef<ScrollPlace>(undefined);
  const listed = useRef<{ place: object; listing: string }>(undefined);
  const key = `${entry} ${listing}`;

  useLayoutEffect(() => {
    const before = listed.current;
    if (before?.place !== place || before.listing !== listing) {
      listed.current = { place, listing };
      wanted.current = recallScroll(key);
      if (!wanted.current && before && scroller.current) {
        scrollToTop(scroller.current, 0);
        update();
      }
    }
    const there = wanted.current;
    if (!there || layout.count === 0 || !scroller.current || !body.current) return;
    const index = items.indexOf(there.id);
    if (index === -1) {
      const { index: position = Number.POSITIVE_INFINITY } = there;
      if (position < layout.count) {
        // What is read there brings it; should others stand there by now, it is gone.
        if (items.idAt(position) !== undefined) wanted.current = undefined;
        scrollToTop(scroller.current, body.current.offsetTop + layout.box(position).top - there.offset);
        update();
      } else if (!hasMore) wanted.current = undefined;
      else loadMore?.();
      return;
    }
    wanted.current = undefined;
    scrollToTop(scroller.current, body.current.offsetTop + layout.box(index).top - there.offset);
    update();
    const focused = there.focusId === undefined ? -1 : items.indexOf(there.focusId);
    // Only where it is in sight: bringing it there would lose the place that was just found.
    if (focused !== -1 && isInSight(layout.box(focused), scroller.current, body.current)) focusIndex(focused);
  }, [key, place, listing, items, layout, scroller, body, update, loadMore, hasMore, focusIndex]);

  // What was seen last belongs to the entry and listing it was seen in: by the time they are left, the address, the
  // items and the layout may already be those of the next place.
  useLayoutEffect(() => {
    const remember = () => {
      if (shown.current && !wanted.current) rememberScroll(key, shown.current);
    };
    addEventListener('pagehide', remember);
    return () => {
      removeEventListener('pagehide', remember);
      remember();
    };
  }, [key]);

  const note = useEffectEvent(() => {
    const top = scrolledInto(scroller.current, body.current);
    const index = layout.rowStart(rowAt(layout, top));
    const id = items.idAt(index);
    if (id === undefined) return;
    const focusId = focusedId(items, scroller.current) ?? shown.current?.focusId;
    shown.current = {
      id,
      index,
      offset: layout.box(index).top - top,
      ...(focusId !== undefined && { focusId }),
    };
  });
  useEffect(() => {
    const noteNow = () => note();
    const element = scroller.current;
    // Before the grid draws for the new place: read after that, it would be laid out once more.
    const early = { passive: true, capture: true };
    element?.addEventListener('scroll', noteNow, early);
    element?.addEventListener('focusin', noteNow);
    return () => {
      element?.removeEventListener('scroll', noteNow, early);
      element?.removeEventListener('focusin', noteNow);
    };
  }, [scroller]);
  useScrolledByHand(scroller, () => {
    wanted.current = undefined;
  });
}

/** The item whose tile has the keyboard. */
function focusedId(items: ItemOrder, scroller: HTMLElement | null): string | undefined {
  const active = document.activeElement;
  const tile = scroller?.contains(active) ? active?.closest<HTMLElement>('[data-index]') : undefined;
  return tile ? items.idAt(Number(tile.dataset['index'])) : undefined;
}

function isInSight({ top, height }: Box, scroller: HTMLElement, body: HTMLElement): boolean {
  const above = scrolledInto(scroller, body);
  return top + height > above && top < above + scroller.clientHeight;
}
