import { COUNT, FloorLayout, pictureOf } from './floor-layout';

/**
 * The least a page can do to show the same pictures: a virtual grid by hand, no framework, no list read from
 * anywhere, nothing to select. What the app costs beyond it is the app's own.
 */
const scroller = document.querySelector('main');
const body = scroller?.querySelector('div');
if (!scroller || !body) throw new Error('floor.html has no grid');

const layout = new FloorLayout(body.clientWidth);
body.style.height = `${layout.height}px`;

const shown = new Map<number, HTMLElement>();
const spare: HTMLElement[] = [];
let [first, last] = [0, -1];

function draw(): void {
  if (!scroller || !body) return;
  const [from, to] = layout.around(scroller.scrollTop, scroller.clientHeight);
  if (from === first && to === last) return;
  [first, last] = [from, to];
  for (const [n, tile] of shown) {
    if (n >= from && n <= to) continue;
    tile.remove();
    spare.push(tile);
    shown.delete(n);
  }
  for (let n = from; n <= to; n += 1) if (!shown.has(n)) body.append(place(n));
}

function place(n: number): HTMLElement {
  const tile = spare.pop() ?? document.createElement('div');
  tile.dataset['index'] = String(n);
  const { left, top, width, height } = layout.boxOf(n);
  tile.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  const image = new Image();
  image.decoding = 'async';
  image.src = pictureOf(n);
  tile.replaceChildren(image);
  tile.setAttribute('aria-setsize', String(COUNT));
  shown.set(n, tile);
  return tile;
}

scroller.addEventListener('scroll', draw, { passive: true });
draw();
