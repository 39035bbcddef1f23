import { type GridLayout, rowAt } from '../layout/grid-layout';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The tiles that a rectangle between two points touches, in the order in which it came to their rows. Asks the layout
 * and never the document: most of what a long drag covers was never drawn.
 */
export function marqueeIndexes(layout: GridLayout, from: Point, to: Point): number[] {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const indexes: number[] = [];
  if (layout.count === 0 || bottom < 0) return indexes;
  for (let row = rowAt(layout, top); row < layout.rowCount && layout.rowTop(row) <= bottom; row += 1) {
    if (layout.rowTop(row) + layout.rowHeight(row) <= top) continue;
    for (let index = layout.rowStart(row); index < layout.rowStart(row + 1); index += 1) {
      const box = layout.box(index);
      if (box.left <= right && box.left + box.width > left) indexes.push(index);
    }
  }
  return to.y < from.y ? indexes.reverse() : indexes;
}
