/** A picture of a tile that is in the document. */
export interface PictureWish {
  /** Pixels from the top of the grid to the tile, and its height. */
  readonly top: number;
  readonly height: number;
  /** Begins to load it. `done` must be called when it is there or has failed. */
  load: (done: () => void) => void;
}

/** At once: as many as a view holds are soon there, and those that come into sight meanwhile need not wait for long. */
const MOST = 12;
/** Views a second from which tiles pass too fast to be seen: nothing new is begun until that is over. */
const FLYING = 5;
/** Milliseconds without scrolling after which it is over. */
const REST_MS = 100;

/**
 * Loads the pictures of a grid, nearest to the middle of the view first. A tile that leaves takes its wish back:
 * what was flown over is neither begun nor finished.
 */
export class PictureQueue {
  private readonly waiting = new Set<PictureWish>();
  private readonly loading = new Set<PictureWish>();
  private view = { top: 0, height: 0, at: 0 };
  private rest: ReturnType<typeof setTimeout> | undefined;
  private due = false;

  /** The view stands here now, `at` in milliseconds. */
  move(top: number, height: number, at: number): void {
    const { view } = this;
    const moved = Math.abs(top - view.top);
    const speed = view.height === 0 ? 0 : moved / view.height / (Math.max(1, at - view.at) / 1000);
    this.view = { top, height, at };
    // A jump is over at once; only several in a row are a flight.
    if (speed < FLYING || moved > 4 * height) {
      if (this.rest === undefined) this.pumpSoon();
      return;
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.rest = undefined;
      this.pump();
    }, REST_MS);
  }

  /** Answers how to take the wish back. */
  add(wish: PictureWish): () => void {
    this.waiting.add(wish);
    this.pumpSoon();
    return () => {
      this.waiting.delete(wish);
      if (this.loading.delete(wish)) this.pumpSoon();
    };
  }

  /** After all wishes of a drawing have come: the first one is not the nearest. */
  private pumpSoon(): void {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      this.pump();
    });
  }

  private pump(): void {
    if (this.rest !== undefined) return;
    while (this.loading.size < MOST) {
      const next = this.nearest();
      if (!next) return;
      this.waiting.delete(next);
      this.loading.add(next);
      next.load(() => {
        if (this.loading.delete(next)) this.pumpSoon();
      });
    }
  }

  private nearest(): PictureWish | undefined {
    const middle = this.view.top + this.view.height / 2;
    let nearest: PictureWish | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const wish of this.waiting) {
      const away = Math.abs(wish.top + wish.height / 2 - middle);
      if (away < least) [nearest, least] = [wish, away];
    }
    return nearest;
  }
}
