import { useState } from 'react';
import type { GridView } from './grid-view';
import type { GridItem, ItemSequence } from './item-sequence';
import type { GridLayout } from './layout/grid-layout';
import { JustifiedRows } from './layout/justified-rows';
import { listRows } from './layout/list-rows';
import { squareTiles } from './layout/square-tiles';

/** Ground between pictures. */
const GAP = 4;

interface Made<T extends GridItem> {
  readonly items: ItemSequence<T>;
  readonly layout: GridLayout;
  readonly width: number;
  readonly view: GridView;
}

/** The layout for these items. New pages are appended to what is laid out; anything else starts anew. */
export function useGridLayout<T extends GridItem>(
  items: ItemSequence<T>,
  view: GridView,
  width: number,
  caption: number,
): GridLayout {
  const [layOutAgain] = useState(() => createLayouter<T>(caption));
  return layOutAgain(items, view, width);
}

/** A pure function that remembers its last answer and starts from it. */
function createLayouter<T extends GridItem>(caption: number) {
  let made: Made<T> | undefined;
  return (items: ItemSequence<T>, view: GridView, width: number): GridLayout => {
    const sameGeometry =
      made?.width === width && made.view.layout === view.layout && made.view.size === view.size;
    if (made && sameGeometry && made.items === items) return made.layout;
    const layout = layOut(items, view, width, caption, sameGeometry ? made : undefined);
    made = { items, width, view, layout };
    return layout;
  };
}

function layOut<T extends GridItem>(
  items: ItemSequence<T>,
  { layout, size }: GridView,
  width: number,
  caption: number,
  before: Made<T> | undefined,
): GridLayout {
  if (width <= 0) return listRows(0, 0);
  if (layout === 'list') return listRows(width, items.length);
  if (layout === 'square')
    return squareTiles({ width, size, gap: caption > 0 ? 3 * GAP : GAP, caption }, items.length);
  const appends = before && items.sharedWith(before.items) === before.items.length;
  const rows =
    appends && before.layout instanceof JustifiedRows
      ? before.layout
      : JustifiedRows.create({ width, rowHeight: size, gap: GAP });
  return rows.append(items.length, (index) => aspectOf(items.itemAt(index)));
}

/** Width ÷ height; a square for what has no pixels. */
function aspectOf(item: GridItem | undefined): number {
  return item && item.width > 0 && item.height > 0 ? item.width / item.height : 1;
}
