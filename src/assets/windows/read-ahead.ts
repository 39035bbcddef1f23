/** Rows read ahead of the view on either side. */
const LEAST = 50;
const MOST = 300;
/** Milliseconds of scrolling for which rows are read ahead. */
const AHEAD_MS = 800;
/** Milliseconds over which scrolling is measured, and after which it has been something else. */
const MEASURED_MS = 150;
const FORGOTTEN_MS = 1000;

/** How many rows to read around what is looked at: two views of it and, where it moves, what it soon comes to. */
export class ReadAhead {
  private mark = { first: 0, at: Number.NEGATIVE_INFINITY };
  /** Rows a millisecond, downwards. */
  private speed = 0;

  /** For the positions in view at a time, in milliseconds. */
  rows(first: number, last: number, now: number): { above: number; below: number } {
    const passed = now - this.mark.at;
    if (passed >= MEASURED_MS) {
      this.speed = passed < FORGOTTEN_MS ? (first - this.mark.first) / passed : 0;
      this.mark = { first, at: now };
    }
    const near = 2 * (last - first + 1);
    const soon = this.speed * AHEAD_MS;
    return { above: within(near - soon), below: within(near + soon) };
  }
}

function within(rows: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, rows)));
}
