import type { Box, GridLayout } from './grid-layout';

export interface SquareOptions {
  readonly width: number;
  /** Edge the tiles aim at; they grow so that whole columns fill the width. */
  readonly size: number;
  readonly gap: number;
  /** Room under the picture for a caption. */
  readonly caption?: number;
}

/** Columns of equal tiles, as many as fit. All by arithmetic: nothing is stored per item. */
export function squareTiles({ width, size, gap, caption = 0 }: SquareOptions, count: number): GridLayout {
  const columns = Math.max(1, Math.floor((width + gap) / (size + gap)));
  const left = (column: number) => Math.round((column * (width + gap)) / columns);
  const edge = Math.max(1, left(1) - gap);
  const pitch = edge + caption + gap;
  const rowCount = Math.ceil(count / columns);
  return {
    count,
    rowCount,
    height: Math.max(0, rowCount * pitch - gap),
    rowTop: (row) => row * pitch,
    rowHeight: () => edge + caption,
    rowStart: (row) => Math.min(count, row * columns),
    rowOf: (index) => Math.floor(index / columns),
    box: (index): Box => {
      const column = index % columns;
      return {
        left: left(column),
        top: Math.floor(index / columns) * pitch,
        width: left(column + 1) - gap - left(column),
        height: edge + caption,
      };
    },
  };
}
