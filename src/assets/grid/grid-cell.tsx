import { clsx } from 'clsx';
import { memo, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlaceSelection } from '../selection/selection-store';
import type { GridLayoutKind } from './grid-view';
import { itemMarks } from './item-marks';
import type { GridItem } from './item-sequence';
import { MarkBadge } from './mark-badge';

/** What the picture in a cell may want to know of its box. */
export interface CellBox {
  /** Pixels from the top of the grid. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly layout: GridLayoutKind;
}

export interface CellProps<T extends GridItem> {
  item: T;
  index: number;
  left: number;
  top: number;
  width: number;
  height: number;
  layout: GridLayoutKind;
  /** Number of items shown; -1 while it is not known. */
  setSize: number;
  tabStop: boolean;
  selection: PlaceSelection<T>;
  /** Must keep its identity while nothing changes: cells are drawn again when it does not. */
  renderItem: (item: T, box: CellBox) => ReactNode;
  /** Spoken name; the item's own where undefined. */
  label: string | undefined;
  /** Shown, but not to be chosen. */
  locked: boolean;
}

/**
 * Half a hundred cells come and go with each screenful that is scrolled: what only a pointer over them or a selection
 * shows takes no part in drawing until then, and a selected one changes nothing but its attribute.
 */
const CELL = clsx(
  'group absolute cursor-default outline-offset-1 [contain:layout_size_style] focus-visible:z-10',
  'aria-selected:after:pointer-events-none aria-selected:after:absolute aria-selected:after:inset-0',
  'aria-selected:after:rounded-picture aria-selected:after:border-2 aria-selected:after:border-accent',
);
const IN_ROWS = clsx(CELL, 'rounded-picture aria-selected:p-1');
const IN_LIST = clsx(CELL, 'rounded border-b border-line aria-selected:bg-hover');

/** A circle, and in it a tick made of two edges. */
const TICK = clsx(
  'absolute hidden size-8 group-hover:block group-aria-selected:block',
  'before:absolute before:top-1.5 before:left-1.5 before:size-5 before:rounded-full before:border',
  'before:border-on-picture before:bg-scrim',
  'group-aria-selected:before:border-accent group-aria-selected:before:bg-accent',
  'group-aria-selected:after:absolute group-aria-selected:after:top-2.5 group-aria-selected:after:left-[13px]',
  'group-aria-selected:after:h-2.5 group-aria-selected:after:w-1.5 group-aria-selected:after:rotate-45',
  'group-aria-selected:after:border-r-2 group-aria-selected:after:border-b-2',
  'group-aria-selected:after:border-on-accent',
);
const TICK_IN_ROWS = clsx(TICK, 'top-0 left-0');
const TICK_IN_LIST = clsx(TICK, 'top-1.5 right-1');

function GridCellInner<T extends GridItem>(props: CellProps<T>) {
  const { item, index, left, top, width, height, layout, setSize, tabStop, selection, locked } = props;
  const { renderItem } = props;
  const selected = useStore(selection.store, (state) => state.selected.has(item.id));
  const mark = useStore(itemMarks, ({ markOf }) => markOf(item.id));
  const inList = layout === 'list';
  const content = useMemo(
    () => renderItem(item, { top, width, height, layout }),
    [renderItem, item, top, width, height, layout],
  );
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <option> holds text alone
      role="option"
      aria-selected={selected}
      aria-disabled={locked || undefined}
      aria-label={props.label ?? item.name}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- for every role since ARIA 1.3
      aria-description={mark?.text}
      aria-posinset={index + 1}
      aria-setsize={setSize}
      tabIndex={tabStop ? 0 : -1}
      data-index={index}
      className={inList ? IN_LIST : IN_ROWS}
      style={{ left, top, width, height }}
    >
      {content}
      {mark && <MarkBadge mark={mark} corner={inList ? 'bottom-1 left-6' : 'right-1.5 top-1.5'} />}
      {!locked && (
        // A target for the pointer alone: the keyboard has X and Space, and `aria-selected` says the state.
        <div data-toggle="" aria-hidden="true" className={inList ? TICK_IN_LIST : TICK_IN_ROWS} />
      )}
    </div>
  );
}

/** One item in its box: its place, its state and its role. What is drawn inside is given by the place. */
export const GridCell = memo(GridCellInner) as typeof GridCellInner;
