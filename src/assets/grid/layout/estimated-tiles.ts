import type { GridLayout } from './grid-layout';

/** Places for items of unknown shape: columns of equal boxes that together take exactly the given height, gap included. */
export function estimatedTiles(
  { width, height, columns, gap }: { width: number; height: number; columns: number; gap: number },
  count: number,
): GridLayout {
  const rowCount = Math.ceil(count / columns);
  const pitch = height / Math.max(1, rowCount);
  const rowTop = (row: number) => Math.round(row * pitch);
  const rowHeight = (row: number) => Math.max(1, rowTop(row + 1) - rowTop(row) - gap);
  const left = (column: number) => Math.round((column * (width + gap)) / columns);
  return {
    count,
    rowCount,
    height,
    rowTop,
    rowHeight,
    rowStart: (row) => Math.min(count, row * columns),
    rowOf: (index) => Math.floor(index / columns),
    box: (index) => {
      const column = index % columns;
      const row = Math.floor(index / columns);
      return {
        left: left(column),
        top: rowTop(row),
        width: Math.max(1, left(column + 1) - gap - left(column)),
        height: rowHeight(row),
      };
    },
  };
}
