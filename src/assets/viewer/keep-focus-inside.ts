import type { KeyboardEvent } from 'react';

const STOPS = 'a[href],button:not(:disabled),input:not(:disabled),select,video,audio,[tabindex="0"]';

/** Has Tab go round inside an element that lies over everything else. */
export function keepFocusInside(event: KeyboardEvent, inside: HTMLElement | null): void {
  const stops = [...(inside?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(
    (stop) => stop.getClientRects().length > 0,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const active = document.activeElement;
  if (!first || !last) event.preventDefault();
  else if (event.shiftKey && (active === first || active === inside)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && active === last) {
    event.preventDefault();
    first.focus();
  }
}
