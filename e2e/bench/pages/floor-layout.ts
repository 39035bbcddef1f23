import { benchSize, pictureId } from '../bench-data';

/** Assets a floor page shows, by its address. */
export const COUNT = Number(new URLSearchParams(location.search).get('assets') ?? 1000);
const ROW = 200;
const GAP = 4;
const OVERSCAN = 450;

/** Where a tile stands. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Justified rows of all assets, newest first. */
export class FloorLayout {
  readonly #lefts = new Float32Array(COUNT);
  readonly #widths = new Float32Array(COUNT);
  /** First tile of each row, and the number of all. */
  readonly #starts: number[] = [];
  readonly #tops: number[] = [];

  constructor(width: number) {
    let [top, start, sum] = [0, 0, 0];
    for (let n = 0; n < COUNT; n += 1) {
      sum += ratioOf(n);
      if (sum * ROW < width - GAP * (n - start) && n < COUNT - 1) continue;
      const height = (width - GAP * (n - start)) / sum;
      let left = 0;
      for (let at = start; at <= n; at += 1) {
        this.#lefts[at] = left;
        this.#widths[at] = ratioOf(at) * height;
        left += ratioOf(at) * height + GAP;
      }
      this.#starts.push(start);
      this.#tops.push(top);
      top += height + GAP;
      start = n + 1;
      sum = 0;
    }
    this.#starts.push(COUNT);
    this.#tops.push(top);
  }

  get height(): number {
    return this.#tops.at(-1) ?? 0;
  }

  /** The tiles from the first to the last (inclusive) of a view and a bit around it. */
  around(scrollTop: number, height: number): readonly [first: number, last: number] {
    const firstRow = this.#rowAt(scrollTop - OVERSCAN);
    const lastRow = this.#rowAt(scrollTop + height + OVERSCAN);
    return [this.#starts[firstRow] ?? 0, (this.#starts[lastRow + 1] ?? COUNT) - 1];
  }

  boxOf(n: number): Box {
    let [low, high] = [0, this.#starts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= n) low = middle;
      else high = middle - 1;
    }
    const top = this.#tops[low] ?? 0;
    return {
      left: this.#lefts[n] ?? 0,
      top,
      width: this.#widths[n] ?? 0,
      height: (this.#tops[low + 1] ?? 0) - top - GAP,
    };
  }

  #rowAt(y: number): number {
    let [low, high] = [0, this.#tops.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#tops[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Address of the picture of tile `n`. */
export function pictureOf(n: number): string {
  return `/~library/media/thumbnails/${pictureId(COUNT - 1 - n)}`;
}

function ratioOf(n: number): number {
  const { width, height } = benchSize(COUNT - 1 - n);
  return width / height;
}
