/** What the bench looks at on any page with a grid of tiles: elements with `data-index` in one scrolling box. */
export interface Tile {
  readonly rect: DOMRect;
  readonly pictured: boolean;
}

export function tilesInView(view: DOMRect): Tile[] {
  const found: Tile[] = [];
  for (const element of document.querySelectorAll('[data-index]')) {
    const rect = element.getBoundingClientRect();
    if (rect.bottom <= view.top || rect.top >= view.bottom) continue;
    const image = element.querySelector('img');
    found.push({ rect, pictured: image !== null && image.complete && image.naturalWidth > 0 });
  }
  return found;
}

/** The box that scrolls the tiles. */
export function scrollerOf(): HTMLElement | undefined {
  let element = document.querySelector('[data-index]')?.parentElement;
  while (element) {
    const { overflowY } = getComputedStyle(element);
    if (overflowY === 'auto' || overflowY === 'scroll') return element;
    element = element.parentElement;
  }
  return undefined;
}

/** Points looked at across and down; tiles are some hundred pixels wide, gaps four. */
const ACROSS = 16;
const DOWN = 12;
const GAP = 8;

/** Shares of the view without any tile, and with a tile that has no picture yet, 0…1. */
export function emptiness(view: DOMRect, tiles: readonly Tile[]): { blank: number; unpictured: number } {
  let blank = 0;
  let unpictured = 0;
  for (let row = 0; row < DOWN; row += 1) {
    const y = view.top + ((row + 0.5) / DOWN) * view.height;
    for (let column = 0; column < ACROSS; column += 1) {
      const x = view.left + 24 + ((column + 0.5) / ACROSS) * (view.width - 64);
      const tile = tiles.find(
        ({ rect }) =>
          x > rect.left - GAP && x < rect.right + GAP && y > rect.top - GAP && y < rect.bottom + GAP,
      );
      if (!tile) blank += 1;
      else if (!tile.pictured) unpictured += 1;
    }
  }
  return { blank: blank / (ACROSS * DOWN), unpictured: unpictured / (ACROSS * DOWN) };
}
