import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ItemOrder } from '~/assets/grid/item-order';
import type { GridLayout } from '~/assets/grid/layout/grid-layout';
import { bringIntoView } from '~/assets/grid/use-viewport';
import type { CollectionId } from '~/contract/ids';

interface WallFocusOptions {
  items: ItemOrder<CollectionId>;
  layout: GridLayout;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  update: () => void;
  /** Index of the card that has just been made and is to have the keyboard; -1 where there is none. */
  awaited: () => number;
  onArrived: () => void;
}

/**
 * Which card has the keyboard, and how it gets it. A card that leaves the document while it has it hands it to the one
 * that stands in its place.
 */
export function useWallFocus(options: WallFocusOptions) {
  const { items, layout, update, awaited, onArrived, scroller: scrollerRef, body: bodyRef } = options;
  const [focusId, setFocusId] = useState<CollectionId>();
  const focused = focusId === undefined ? -1 : items.indexOf(focusId);
  /** The card to focus as soon as it is in the document. */
  const pending = useRef<number>(undefined);
  /** The keyboard is on the wall, even while its card has just left the document. */
  const keyboard = useRef(false);
  const place = useRef(0);

  const focusPending = useCallback(() => {
    const card = bodyRef.current?.querySelector<HTMLElement>(`a[data-index="${pending.current}"]`);
    if (!card) return;
    pending.current = undefined;
    card.focus({ preventScroll: true });
  }, [bodyRef]);

  const focusIndex = useCallback(
    (index: number) => {
      if (!bodyRef.current) return;
      bringIntoView(scrollerRef, bodyRef, layout.box(index));
      update();
      setFocusId(items.idAt(index));
      pending.current = index;
      focusPending();
    },
    [layout, update, items, scrollerRef, bodyRef, focusPending],
  );

  const follow = useEffectEvent(() => {
    if (pending.current !== undefined) focusPending();
    if (focused !== -1) place.current = focused;
    const arrived = awaited();
    if (arrived !== -1) {
      onArrived();
      focusIndex(arrived);
    } else if (keyboard.current && items.length > 0 && document.activeElement === document.body) {
      focusIndex(focused === -1 ? Math.min(place.current, items.length - 1) : focused);
    }
  });
  useLayoutEffect(() => follow());

  return {
    focused,
    setFocusId,
    focusIndex,
    listeners: {
      onFocus: () => {
        keyboard.current = true;
      },
      // Leaving for nowhere is a click on empty ground, unless it is the whole window that is left.
      onBlur: (event: FocusEvent) => {
        keyboard.current = event.currentTarget.contains(document.activeElement);
      },
    },
  };
}
