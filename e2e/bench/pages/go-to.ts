import { scrollerOf } from './tiles';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pages may have to be read one after the other on the way. */
const PATIENCE_MS = 120_000;

/** Scrolls until the tile of that index is wholly in view; the middle of it, undefined where that cannot be had. */
export async function goTo(index: number): Promise<Point | undefined> {
  const scroller = scrollerOf();
  if (!scroller) return undefined;
  const view = scroller.getBoundingClientRect();
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    const rect = document.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
    if (rect && rect.top >= view.top && rect.bottom <= view.bottom) {
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    }
    if (rect) scroller.scrollTop += rect.top - view.top - view.height / 3;
    else scroller.scrollTop += stepTowards(index, view, scroller);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  return undefined;
}

/** Pixels to what is probably there, by how many items a pixel is where the view stands. */
function stepTowards(index: number, view: DOMRect, scroller: HTMLElement): number {
  const tile = [...document.querySelectorAll('[data-index]')].find((one) => {
    const { bottom } = one.getBoundingClientRect();
    return bottom > view.top;
  });
  if (!tile) return -view.height;
  const at = Number(tile.getAttribute('data-index'));
  const top = tile.getBoundingClientRect().top - view.top + scroller.scrollTop;
  const pixelsEach = at > 100 ? top / at : 40;
  return (index - at) * pixelsEach;
}
