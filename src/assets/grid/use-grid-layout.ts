import { useState } from 'react';
import type { GridView } from './grid-view';
import type { GridItem, ItemSequence } from './item-sequence';
import type { GridLayout } from './layout/grid-layout';
import { listRows } from './layout/list-rows';
import { layOutSparseRows, type Segment, type SparseRows } from './layout/sparse-rows';
import { squareTiles } from './layout/square-tiles';

/** Ground between pictures. */
const GAP = 4;

interface Made<T extends GridItem> {
  readonly items: ItemSequence<T>;
  readonly layout: GridLayout;
  readonly width: number;
  readonly view: GridView;
  readonly ended: boolean;
  readonly rows: SparseRows | undefined;
}

/** The layout for these items. New pages go into what is laid out; anything else starts anew. `ended`: no more come. */
export function useGridLayout<T extends GridItem>(
  items: ItemSequence<T>,
  view: GridView,
  width: number,
  caption: number,
  ended: boolean,
): GridLayout {
  const [layOutAgain] = useState(() => createLayouter<T>(caption));
  return layOutAgain(items, view, width, ended);
}

/** A pure function that remembers its last answer and starts from it. */
function createLayouter<T extends GridItem>(caption: number) {
  let made: Made<T> | undefined;
  return (items: ItemSequence<T>, view: GridView, width: number, ended: boolean): GridLayout => {
    const sameGeometry =
      made?.width === width && made.view.layout === view.layout && made.view.size === view.size;
    if (made && sameGeometry && made.items === items && made.ended === ended) return made.layout;
    const before = sameGeometry ? made?.rows : undefined;
    const rows =
      view.layout === 'justified' && width > 0
        ? layOutSparseRows(
            { ...segmentsOf(items), ended, aspectOf: (index) => items.aspectAt(index) },
            before?.options ?? { width, rowHeight: view.size, gap: GAP },
            before,
          )
        : undefined;
    const layout = rows?.layout ?? layOutEvenly(items, view, width, caption);
    made = { items, width, view, ended, layout, rows };
    return layout;
  };
}

function layOutEvenly<T extends GridItem>(
  items: ItemSequence<T>,
  { layout, size }: GridView,
  width: number,
  caption: number,
): GridLayout {
  if (width <= 0) return listRows(0, 0);
  if (layout === 'list') return listRows(width, items.length);
  return squareTiles({ width, size, gap: caption > 0 ? 3 * GAP : GAP, caption }, items.length);
}

/** Pages that follow one another are one segment, unless one begins a row of its own. */
function segmentsOf<T extends GridItem>(items: ItemSequence<T>): { segments: Segment[]; tail: number } {
  const segments: { gap: number; start: number; count: number; pages: object[] }[] = [];
  let end = 0;
  for (const { gap, start, length, breaks, geometry } of items.parts) {
    const open = segments.at(-1);
    end = start + length;
    if (!open || breaks || gap > 0) segments.push({ gap, start, count: length, pages: [geometry] });
    else {
      open.count += length;
      open.pages.push(geometry);
    }
  }
  return { segments, tail: items.length - end };
}
