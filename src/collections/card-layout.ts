import type { GridLayout } from '~/assets/grid/layout/grid-layout';

/** Width a card aims at; two still stand side by side on a phone of 360 px. */
const AIM_PX = 220;
const AIM_NARROW_PX = 150;
const NARROW_PX = 560;
const GAP_X_PX = 16;
const GAP_Y_PX = 20;
/** Name and counts under the cover. */
export const CAPTION_PX = 46;

/** Cards of one size in as many columns as fit, each a 4:3 cover with its caption. All by arithmetic. */
export function cardLayout(width: number, count: number): GridLayout {
  const gap = width < NARROW_PX ? GAP_X_PX - 4 : GAP_X_PX;
  const aim = width < NARROW_PX ? AIM_NARROW_PX : AIM_PX;
  const columns = Math.max(1, Math.floor((width + gap) / (aim + gap)));
  // Whole pixels, so that hairline gaps between covers are equal.
  const left = (column: number) => Math.round((column * (width + gap)) / columns);
  const widest = Math.max(1, left(1) - gap);
  const height = Math.round((widest * 3) / 4) + CAPTION_PX;
  const pitch = height + GAP_Y_PX;
  const rowCount = Math.ceil(count / columns);
  return {
    count,
    rowCount,
    height: Math.max(0, rowCount * pitch - GAP_Y_PX),
    rowTop: (row) => row * pitch,
    rowHeight: () => height,
    rowStart: (row) => Math.min(count, row * columns),
    rowOf: (index) => Math.floor(index / columns),
    box: (index) => {
      const column = index % columns;
      return {
        left: left(column),
        top: Math.floor(index / columns) * pitch,
        width: left(column + 1) - gap - left(column),
        height,
      };
    },
  };
}
