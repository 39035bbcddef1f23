import { goTo } from './go-to';
import { addBare, post, walk } from './library-times';
import { NO_FRAMES } from './no-frames';
import { emptiness, scrollerOf, tilesInView } from './tiles';

/** What a page felt like while it scrolled. Times are milliseconds, shares 0…1. */
export interface ScrollFigures {
  readonly intervals: readonly number[];
  /** Share of the way that could not be scrolled, because what comes next was not there. */
  readonly stalled: number;
  readonly blank: number;
  readonly unpictured: number;
  readonly longTasks: readonly number[];
  readonly nodes: number;
}

/** What is known of the time since the navigation. */
export interface LoadFigures {
  readonly firstPicture: number | undefined;
  readonly full: number | undefined;
  readonly layoutShift: number;
}

/** Put into every page of the bench before its own scripts; measures from inside, without long tasks of its own. */
export interface Probe {
  readonly load: LoadFigures;
  scroll(pixelsPerSecond: number, seconds: number): Promise<ScrollFigures>;
  /** Scrolls at once to a share of the whole; milliseconds until the view is full of pictures, or until `patience`. */
  jump(share: number, patience: number): Promise<number>;
  /**
   * Goes by steps of `pixels` through everything, or so many steps of it, waiting at each until no tile is missing;
   * how far it came, 0…1.
   */
  visit(pixels: number, steps?: number): Promise<number>;
  /** Milliseconds from the next event of that type until the frame after the next change of the document. */
  firstChange(event: string): void;
  readonly changed: number | undefined;
  /** Milliseconds from that event until the frame after another page has taken the place of this one. */
  readonly left: number | undefined;
  /** When that event was, in milliseconds since 1970. */
  readonly happened: number | undefined;
  /** Milliseconds of script that the next event of that type costs before the page does anything else. */
  timeEvent(event: string): void;
  readonly handled: number | undefined;
  longTasks(): number[];
  goTo: typeof goTo;
  /** The scrolling box in the window. */
  view(): { left: number; top: number; right: number; bottom: number } | undefined;
  /** Waits until nothing more is to be expected of the last act. */
  rest(): Promise<void>;
  /** Intervals of frames since `watchFrames`. */
  watchFrames(): void;
  frames(): number[];
  walk: typeof walk;
  post: typeof post;
  addBare: typeof addBare;
}

const load = {
  firstPicture: undefined as number | undefined,
  full: undefined as number | undefined,
  layoutShift: 0,
};
const long: number[] = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) long.push(entry.duration);
}).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) load.layoutShift += (entry as unknown as { value: number }).value;
}).observe({ type: 'layout-shift', buffered: true });

/** Milliseconds without a frame after which none is to be expected: now and then the browser stops drawing a page. */
const NO_FRAME_MS = 30_000;

const frame = () =>
  new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(NO_FRAMES)), NO_FRAME_MS);
    requestAnimationFrame((now) => {
      clearTimeout(late);
      resolve(now);
    });
  });

/** Looks every few frames, until a view is full for the first time. */
async function watchLoad(): Promise<void> {
  while (load.full === undefined) {
    const now = await frame();
    if (load.firstPicture === undefined) {
      const images = [...document.querySelectorAll<HTMLImageElement>('main img')];
      if (images.some((image) => image.complete && image.naturalWidth > 0)) load.firstPicture = now;
    }
    const view = scrollerOf()?.getBoundingClientRect();
    if (view && isFull(view)) load.full = now;
  }
}

function isFull(view: DOMRect): boolean {
  const tiles = tilesInView(view);
  if (tiles.length === 0) return false;
  const { blank, unpictured } = emptiness(view, tiles);
  return blank + unpictured < 0.02;
}

async function scroll(pixelsPerSecond: number, seconds: number): Promise<ScrollFigures> {
  const scroller = scrollerOf();
  if (!scroller) throw new Error('There is no grid to scroll.');
  const view = scroller.getBoundingClientRect();
  const intervals: number[] = [];
  let [blank, unpictured, samples, nodes, wanted, done] = [0, 0, 0, 0, 0, 0];
  let direction = 1;
  let at = scroller.scrollTop;
  long.length = 0;
  const start = await frame();
  for (let last = start, n = 0; last - start < seconds * 1000; n += 1) {
    const now = await frame();
    intervals.push(now - last);
    const step = (pixelsPerSecond * (now - last)) / 1000;
    last = now;
    scroller.scrollTop = at + direction * step;
    const before = at;
    at = Math.max(0, Math.min(at + direction * step, scroller.scrollHeight - scroller.clientHeight));
    wanted += step;
    done += Math.abs(at - before);
    if (Math.abs(at - before) < step / 2 && (direction < 0 || atTheEnd())) direction = -direction;
    if (n % 6 !== 0) continue;
    const seen = emptiness(view, tilesInView(view));
    blank += seen.blank;
    unpictured += seen.unpictured;
    nodes = Math.max(nodes, document.getElementsByTagName('*').length);
    samples += 1;
  }
  await frame();
  return {
    intervals,
    stalled: Math.max(0, 1 - done / wanted),
    blank: blank / samples,
    unpictured: unpictured / samples,
    longTasks: [...long],
    nodes,
  };
}

/** The last of all items is in the document: there is nothing more to come. */
function atTheEnd(): boolean {
  const last = [...document.querySelectorAll('[data-index]')].at(-1);
  const total = Number(last?.getAttribute('aria-setsize') ?? Number.NaN);
  return total === Number(last?.getAttribute('data-index')) + 1;
}

async function jump(share: number, patience: number): Promise<number> {
  const scroller = scrollerOf();
  if (!scroller) throw new Error('There is no grid to scroll.');
  const view = scroller.getBoundingClientRect();
  const start = performance.now();
  scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  do await frame();
  while (!isFull(view) && performance.now() - start < patience);
  return performance.now() - start;
}

async function visit(pixels: number, steps = Number.POSITIVE_INFINITY): Promise<number> {
  const scroller = scrollerOf();
  if (!scroller) throw new Error('There is no grid to scroll.');
  const view = scroller.getBoundingClientRect();
  const room = () => scroller.scrollHeight - scroller.clientHeight;
  for (let at = 0, step = 0; at < room() && step < steps; at += pixels, step += 1) {
    scroller.scrollTop = at;
    for (let tries = 0; tries < 600; tries += 1) {
      await frame();
      if (emptiness(view, tilesInView(view)).blank < 0.1) break;
    }
  }
  const last = [...document.querySelectorAll('[data-index]')].at(-1);
  return (Number(last?.getAttribute('data-index')) + 1) / Number(last?.getAttribute('aria-setsize'));
}

let changed: number | undefined;
let left: number | undefined;
let happened: number | undefined;

function firstChange(event: string): void {
  changed = undefined;
  left = undefined;
  long.length = 0;
  const title = () => document.querySelector('h1')?.textContent;
  const listen = ({ timeStamp }: Event) => {
    happened = performance.timeOrigin + timeStamp;
    const before = title();
    const look = () => {
      if (title() === before) requestAnimationFrame(look);
      else
        requestAnimationFrame((shown) => {
          left = shown - timeStamp;
        });
    };
    requestAnimationFrame(look);
    const observer = new MutationObserver(() => {
      observer.disconnect();
      // The callbacks of a frame run before it is shown; those of the next one after.
      requestAnimationFrame(() => {
        requestAnimationFrame((now) => {
          changed = now - timeStamp;
        });
      });
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  };
  addEventListener(event, listen, { capture: true, once: true });
}

const MODIFIERS = ['Control', 'Meta', 'Shift', 'Alt'];
let handled: number | undefined;

function timeEvent(event: string): void {
  handled = undefined;
  long.length = 0;
  const { port1, port2 } = new MessageChannel();
  let start = 0;
  port1.addEventListener('message', () => {
    handled = performance.now() - start;
    port1.close();
  });
  port1.start();
  const listen = (heard: Event) => {
    if (heard instanceof KeyboardEvent && MODIFIERS.includes(heard.key)) return;
    removeEventListener(event, listen, true);
    start = performance.now();
    // A task of its own: it comes after everything the event does at once.
    port2.postMessage(undefined);
  };
  addEventListener(event, listen, true);
}

async function rest(): Promise<void> {
  for (let frames = 0; frames < 6; frames += 1) await frame();
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}

const watched: number[] = [];
let watching = false;

function watchFrames(): void {
  watched.length = 0;
  watching = true;
  let last = performance.now();
  const look = (now: number) => {
    watched.push(now - last);
    last = now;
    if (watching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const probe: Probe = {
  load,
  scroll,
  jump,
  visit,
  goTo,
  view() {
    const box = scrollerOf()?.getBoundingClientRect();
    return box && { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  },
  rest,
  watchFrames,
  frames() {
    watching = false;
    return [...watched];
  },
  walk,
  post,
  addBare,
  firstChange,
  get changed() {
    return changed;
  },
  get left() {
    return left;
  },
  get happened() {
    return happened;
  },
  timeEvent,
  get handled() {
    return handled;
  },
  longTasks: () => [...long],
};
Object.assign(globalThis, { probe });
void watchLoad();
