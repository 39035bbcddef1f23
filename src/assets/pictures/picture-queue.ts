/** A picture of a tile that is in the document. */
export interface PictureWish {
  /** Pixels from the top of the grid to the tile, and its height. */
  readonly top: number;
  readonly height: number;
  /** Begins to load it. `done` must be called when it is there or has failed. */
  load: (done: () => void) => void;
}

/** At once while the view stands still: all of a view and its surroundings, for the page's thread hears late that one is there. */
const MOST = 96;
/** At once while it moves: decoding them must leave time for the frames, and what comes into sight must not wait for long. */
const MOST_MOVING = 4;
/** Views a second from which tiles pass too fast to be seen: nothing new is begun until that is over. */
const FLYING = 5;
/** Milliseconds after which either is over. */
const REST_MS = 100;

/**
 * Loads the pictures of a grid, nearest to the middle of the view first. A tile that leaves takes its wish back:
 * what was flown over is neither begun nor finished.
 */
export class PictureQueue {
  private readonly waiting = new Set<PictureWish>();
  private readonly loading = new Set<PictureWish>();
  private view = { top: 0, height: 0, at: 0 };
  private readonly flight = new Pause(() => this.pump());
  private readonly motion = new Pause(() => this.pump());
  private due = false;

  /** The view stands here now, `at` in milliseconds. */
  move(top: number, height: number, at: number): void {
    const { view } = this;
    const moved = Math.abs(top - view.top);
    this.view = { top, height, at };
    // A jump is over at once; only several in a row are a flight.
    const isJump = view.height === 0 || moved > 4 * height;
    if (moved > 0 && !isJump) {
      this.motion.begin();
      const seconds = Math.max(1, at - view.at) / 1000;
      if (moved / view.height / seconds >= FLYING) this.flight.begin();
    }
    this.pumpSoon();
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
    if (this.flight.lasts) return;
    const most = this.motion.lasts ? MOST_MOVING : MOST;
    while (this.loading.size < most) {
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

/** Lasts until a moment after it was begun last. */
class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly over: () => void) {}

  get lasts(): boolean {
    return this.timer !== undefined;
  }

  begin(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.over();
    }, REST_MS);
  }
}
