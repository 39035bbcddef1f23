import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Hears when somebody takes the scrolling into their own hands: what would bring the view elsewhere gives up. */
export function useScrolledByHand(scroller: RefObject<HTMLElement | null>, onTaken: () => void): void {
  const taken = useEffectEvent(onTaken);
  useEffect(() => {
    // The scrubber stands beside the scroller: in their parent both are heard.
    const element = scroller.current?.parentElement;
    const listen = () => taken();
    element?.addEventListener('wheel', listen, { passive: true });
    element?.addEventListener('pointerdown', listen);
    return () => {
      element?.removeEventListener('wheel', listen);
      element?.removeEventListener('pointerdown', listen);
    };
  }, [scroller]);
}
