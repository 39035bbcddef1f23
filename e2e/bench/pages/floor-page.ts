import { benchSize, pictureId } from '../bench-data';

/**
 * The least a page can do to show the same pictures: a virtual grid by hand, no framework, no list read from
 * anywhere, nothing to select. What the app costs beyond it is the app's own.
 */
const count = Number(new URLSearchParams(location.search).get('assets') ?? 1000);
const ROW = 200;
const GAP = 4;
const OVERSCAN = 450;
const scroller = document.querySelector('main');
const body = scroller?.querySelector('div');
if (!scroller || !body) throw new Error('floor.html has no grid');

const width = body.clientWidth;
const lefts = new Float32Array(count);
const widths = new Float32Array(count);
const starts: number[] = [];
const tops: number[] = [];
let top = 0;
let start = 0;
let sum = 0;
for (let n = 0; n < count; n += 1) {
  const size = benchSize(count - 1 - n);
  sum += size.width / size.height;
  if (sum * ROW < width - GAP * (n - start) && n < count - 1) continue;
  const height = (width - GAP * (n - start)) / sum;
  let left = 0;
  for (let at = start; at <= n; at += 1) {
    const { width: w, height: h } = benchSize(count - 1 - at);
    lefts[at] = left;
    widths[at] = (w / h) * height;
    left += (widths[at] ?? 0) + GAP;
  }
  starts.push(start);
  tops.push(top);
  top += height + GAP;
  start = n + 1;
  sum = 0;
}
starts.push(count);
tops.push(top);
body.style.height = `${top}px`;

const shown = new Map<number, HTMLElement>();
const spare: HTMLElement[] = [];
let [first, last] = [0, -1];

function rowAt(y: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function draw(): void {
  if (!scroller || !body) return;
  const firstRow = rowAt(scroller.scrollTop - OVERSCAN);
  const lastRow = rowAt(scroller.scrollTop + scroller.clientHeight + OVERSCAN);
  const [from, to] = [starts[firstRow] ?? 0, (starts[lastRow + 1] ?? count) - 1];
  if (from === first && to === last) return;
  [first, last] = [from, to];
  for (const [n, tile] of shown) {
    if (n >= from && n <= to) continue;
    tile.remove();
    spare.push(tile);
    shown.delete(n);
  }
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let n = starts[row] ?? 0; n < (starts[row + 1] ?? 0); n += 1) {
      if (!shown.has(n)) body.append(place(n, row));
    }
  }
}

function place(n: number, row: number): HTMLElement {
  const tile = spare.pop() ?? document.createElement('div');
  tile.dataset['index'] = String(n);
  const height = (tops[row + 1] ?? 0) - (tops[row] ?? 0) - GAP;
  tile.style.cssText = `left:${lefts[n]}px;top:${tops[row]}px;width:${widths[n]}px;height:${height}px`;
  const image = new Image();
  image.decoding = 'async';
  image.src = `/~library/media/thumbnails/${pictureId(count - 1 - n)}`;
  tile.replaceChildren(image);
  tile.setAttribute('aria-setsize', String(count));
  shown.set(n, tile);
  return tile;
}

scroller.addEventListener('scroll', draw, { passive: true });
draw();
