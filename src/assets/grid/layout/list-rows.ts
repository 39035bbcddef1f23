import type { GridLayout } from './grid-layout';

/** Pixels of one line of the list. */
export const LIST_ROW_HEIGHT = 44;

/** One item a row, full width. */
export function listRows(width: number, count: number): GridLayout {
  return {
    count,
    rowCount: count,
    height: count * LIST_ROW_HEIGHT,
    rowTop: (row) => row * LIST_ROW_HEIGHT,
    rowHeight: () => LIST_ROW_HEIGHT,
    rowStart: (row) => Math.min(count, row),
    rowOf: (index) => index,
    box: (index) => ({ left: 0, top: index * LIST_ROW_HEIGHT, width, height: LIST_ROW_HEIGHT }),
  };
}
