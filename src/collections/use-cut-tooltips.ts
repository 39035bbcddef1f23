import { type RefObject, useEffect } from 'react';

/** Gives links whose name does not fit the whole of it as a tooltip; measured anew whenever lines or width change. */
export function useCutTooltips(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    // Also hears lines come and go: they change its height.
    const observer = new ResizeObserver(() => {
      for (const link of element.querySelectorAll<HTMLElement>('a')) {
        const name = link.firstElementChild;
        const isCut = name !== null && name.scrollWidth > name.clientWidth;
        if (isCut) link.setAttribute('data-tooltip', name.textContent ?? '');
        else link.removeAttribute('data-tooltip');
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
}
