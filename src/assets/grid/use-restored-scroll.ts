import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { GridItem, ItemSequence } from './item-sequence';
import { type GridLayout, rowAt } from './layout/grid-layout';
import { recallScroll, rememberScroll, type ScrollPlace } from './scroll-memory';
import { scrolledInto, scrollToTop } from './use-viewport';

interface RestoredScrollOptions<T extends GridItem> {
  /** The history entry shown. */
  entry: string;
  /** What is listed: another listing starts at its own place, else at the top. */
  listing: string;
  items: ItemSequence<T>;
  layout: GridLayout;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  update: () => void;
  loadMore: (() => void) | undefined;
  focusIndex: (index: number) => void;
}

/**
 * Back returns to the same item at the same place. A place beyond what is loaded (after a reload) is read up to,
 * page by page, until the person scrolls on their own.
 */
export function useRestoredScroll<T extends GridItem>({
  entry,
  listing,
  items,
  layout,
  scroller,
  body,
  update,
  loadMore,
  focusIndex,
}: RestoredScrollOptions<T>): void {
  const wanted = useRef<ScrollPlace>(undefined);
  const listed = useRef<string>(undefined);

  useLayoutEffect(() => {
    if (listed.current !== listing) {
      const first = listed.current === undefined;
      listed.current = listing;
      wanted.current = recallScroll(entry);
      if (!wanted.current && !first && scroller.current) {
        scrollToTop(scroller.current, 0);
        update();
      }
    }
    const place = wanted.current;
    if (!place || layout.count === 0 || !scroller.current || !body.current) return;
    const index = items.indexOf(place.id);
    if (index === -1) {
      if (loadMore) loadMore();
      else if (items.length > 0) wanted.current = undefined;
      return;
    }
    wanted.current = undefined;
    scrollToTop(scroller.current, body.current.offsetTop + layout.box(index).top - place.offset);
    update();
    if (place.focused) focusIndex(index);
  }, [entry, listing, items, layout, scroller, body, update, loadMore, focusIndex]);

  const remember = useEffectEvent(() => {
    const top = scrolledInto(scroller.current, body.current);
    // While a far place is still being read up to, the view is not where the person left it.
    if (wanted.current || layout.count === 0) return;
    const focused = scroller.current?.contains(document.activeElement) ?? false;
    const index = layout.rowStart(rowAt(layout, top));
    const id = items.idAt(index);
    if (id !== undefined) rememberScroll(entry, { id, offset: layout.box(index).top - top, focused });
  });

  // Layout effects are cleaned up before the element leaves the document: its position can still be read.
  useLayoutEffect(() => () => remember(), []);
  useEffect(() => {
    const leave = () => remember();
    const giveUp = () => {
      wanted.current = undefined;
    };
    const element = scroller.current;
    addEventListener('pagehide', leave);
    element?.addEventListener('wheel', giveUp, { passive: true });
    element?.addEventListener('pointerdown', giveUp);
    return () => {
      removeEventListener('pagehide', leave);
      element?.removeEventListener('wheel', giveUp);
      element?.removeEventListener('pointerdown', giveUp);
    };
  }, [scroller]);
}
