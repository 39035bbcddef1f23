/** Pixels from an edge within which a drag scrolls, and pixels a second at the very edge. */
const ZONE = 56;
const FASTEST = 1400;

/** How fast to scroll for a pointer at `y` between `top` and `bottom`: pixels a second, negative upwards. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  // A low box must keep a middle in which nothing moves.
  const zone = Math.min(ZONE, (bottom - top) / 4);
  if (zone <= 0 || y < top || y > bottom) return 0;
  const into = (distance: number) => ((zone - distance) / zone) ** 2 * FASTEST;
  if (y - top < zone) return -into(y - top);
  if (bottom - y < zone) return into(bottom - y);
  return 0;
}

/** The innermost box under a point that can be scrolled up and down. */
export function scrollerUnder(elements: readonly Element[]): HTMLElement | undefined {
  for (const element of elements) {
    for (let box: Element | null = element; box instanceof HTMLElement; box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
        return box;
    }
  }
  return undefined;
}
