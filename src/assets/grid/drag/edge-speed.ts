/** Pixels inside the edge from which a drag scrolls. */
const ZONE = 56;
/** Pixels a second, reached as far outside of the edge. */
const FASTEST = 4000;

/**
 * How fast a drag at `at` scrolls a view from `start` to `end`, in pixels a second; negative is up. Slow where it
 * sets in, quadratically faster with the distance.
 */
export function edgeSpeed(at: number, start: number, end: number): number {
  const zone = Math.min(ZONE, (end - start) / 4);
  if (zone <= 0) return 0;
  const past = at < start + zone ? at - (start + zone) : Math.max(0, at - (end - zone));
  return Math.sign(past) * FASTEST * Math.min(1, Math.abs(past) / (2 * zone)) ** 2;
}
