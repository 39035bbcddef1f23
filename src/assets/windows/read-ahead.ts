import { isInSight, type MissingRows } from '../grid/missing-rows';

/** Rows read ahead of the view on either side. */
const LEAST = 50;
const MOST = 300;
/** Milliseconds of scrolling for which rows are read ahead. */
const AHEAD_MS = 800;
/** Milliseconds over which scrolling is measured, and after which it has been something else. */
const MEASURED_MS = 150;
const FORGOTTEN_MS = 1000;
/** Milliseconds that what is not in sight waits where nothing moves: the pictures of what is come first. */
const STILL_MS = 150;

/** How many rows to read around what is looked at, and when: two views of it and, where it moves, what it soon comes to. */
export class ReadAhead {
  private mark = { first: 0, at: Number.NEGATIVE_INFINITY };
  /** Rows a millisecond, downwards. */
  private speed = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  /** For the positions in view at a time, in milliseconds. */
  rows(first: number, last: number, now: number): { above: number; below: number } {
    const passed = now - this.mark.at;
    if (passed >= MEASURED_MS) {
      const moved = first - this.mark.first;
      // What leaves all behind that was read ahead is a jump.
      this.speed = passed < FORGOTTEN_MS && Math.abs(moved) < 2 * MOST ? moved / passed : 0;
      this.mark = { first, at: now };
    }
    const near = 2 * (last - first + 1);
    const soon = this.speed * AHEAD_MS;
    return { above: within(near - soon), below: within(near + soon) };
  }

  /** Reads what is in sight now, and the rest at once where the view moves, else a moment later; forgets what still waited. */
  read(
    missing: readonly MissingRows[],
    first: number,
    last: number,
    fill: (rows: MissingRows) => void,
  ): void {
    this.cancel();
    const waits = (rows: MissingRows) => this.speed === 0 && !isInSight(rows, first, last);
    for (const rows of missing) if (!waits(rows)) fill(rows);
    const rest = missing.filter(waits);
    if (rest.length > 0) this.later = setTimeout(() => rest.forEach(fill), STILL_MS);
  }

  cancel(): void {
    clearTimeout(this.later);
  }
}

function within(rows: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, rows)));
}
