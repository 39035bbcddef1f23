import { type GridLayout, rowAt } from './layout/grid-layout';

export type MoveKey =
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown';

const MOVE_KEYS: ReadonlySet<string> = new Set<MoveKey>([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

export function isMoveKey(key: string): key is MoveKey {
  return MOVE_KEYS.has(key);
}

/** Leads from item to item by keys; up and down keep to the column they set out from. */
export function createKeyMoves() {
  let column: { index: number; x: number } | undefined;
  return (layout: GridLayout, from: number, key: MoveKey, viewportHeight: number): number => {
    const x = column?.index === from ? column.x : middleOf(layout, from);
    const index = moveTarget(layout, from, key, { viewportHeight, x });
    const isVertical = key.startsWith('Page') || key === 'ArrowUp' || key === 'ArrowDown';
    column = isVertical ? { index, x } : undefined;
    return index;
  };
}

/**
 * Where a key leads from the item at `from`. Up and down go by visual row, to the item whose middle is nearest to
 * `x` (the column one set out from, so that going down and up again returns).
 */
function moveTarget(
  layout: GridLayout,
  from: number,
  key: MoveKey,
  { viewportHeight, x }: { viewportHeight: number; x: number },
): number {
  const last = layout.count - 1;
  const row = layout.rowOf(from);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return row === 0 ? from : nearestInRow(layout, row - 1, x);
    case 'ArrowDown':
      return row === layout.rowCount - 1 ? from : nearestInRow(layout, row + 1, x);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageUp':
    case 'PageDown':
      return nearestInRow(
        layout,
        rowAPageAway(layout, row, key === 'PageUp' ? -viewportHeight : viewportHeight),
        x,
      );
    default:
      return from;
  }
}

/** Middle of an item, the column that up and down keep to. */
function middleOf(layout: GridLayout, index: number): number {
  const { left, width } = layout.box(index);
  return left + width / 2;
}

/** The row that stands a view away, at most: never a row unseen in between, always at least one row on. */
function rowAPageAway(layout: GridLayout, row: number, distance: number): number {
  const y = layout.rowTop(row) + distance;
  const there = rowAt(layout, y);
  if (distance > 0) return Math.min(layout.rowCount - 1, Math.max(row + 1, there));
  return Math.max(0, Math.min(row - 1, layout.rowTop(there) < y ? there + 1 : there));
}

function nearestInRow(layout: GridLayout, row: number, x: number): number {
  let nearest = layout.rowStart(row);
  for (let index = nearest + 1; index < layout.rowStart(row + 1); index += 1) {
    if (Math.abs(middleOf(layout, index) - x) < Math.abs(middleOf(layout, nearest) - x)) nearest = index;
  }
  return nearest;
}
