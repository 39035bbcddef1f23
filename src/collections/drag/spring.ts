import { runCommand } from '~/commands/command-store';
import type { DragPoint } from './use-drag-pointer';

/** Milliseconds over something before it opens. */
const WAIT = 650;
/** Pixels from the left edge that stand for a hidden sidebar. */
const EDGE = 12;

/**
 * Opens what a drag waits over: places of the sidebar and ways to them (`data-spring`), and the sidebar itself where
 * it is hidden. What it opened of the frame it closes again.
 */
export function createSpring() {
  let over: Element | 'sidebar' | undefined;
  let since = 0;
  let done = false;
  let opened = false;
  return {
    wait(point: Pick<DragPoint, 'x' | 'elements'>, now: number): void {
      const next = springUnder(point);
      if (next !== over) {
        over = next;
        since = now;
        done = false;
      }
      if (!over || done || now - since < WAIT) return;
      done = true;
      if (over === 'sidebar') {
        opened = true;
        runCommand('toggle-sidebar');
      } else if (over instanceof HTMLElement) over.click();
    },
    release(): void {
      if (opened && !isSidebarHidden()) runCommand('toggle-sidebar');
    },
  };
}

function springUnder({ x, elements }: Pick<DragPoint, 'x' | 'elements'>): Element | 'sidebar' | undefined {
  const [top] = elements;
  const way = top?.closest('[data-spring]');
  if (way?.getAttribute('aria-controls') === 'sidebar') return 'sidebar';
  // Opening the place one is at would only take its filters away.
  if (way instanceof HTMLAnchorElement && way.pathname !== location.pathname) return way;
  return x < EDGE && isSidebarHidden() ? 'sidebar' : undefined;
}

function isSidebarHidden(): boolean {
  return document.getElementById('sidebar')?.hasAttribute('inert') ?? false;
}
