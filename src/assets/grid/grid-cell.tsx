import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { memo, type ReactNode } from 'react';
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
  readonly selected: boolean;
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

function GridCellInner<T extends GridItem>(props: CellProps<T>) {
  const { item, index, left, top, width, height, layout, setSize, tabStop, selection, locked } = props;
  const selected = useStore(selection.store, (state) => state.selected.has(item.id));
  const mark = useStore(itemMarks, ({ markOf }) => markOf(item.id));
  const inList = layout === 'list';
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
      className={clsx(
        'group absolute cursor-default outline-offset-1 contain-strict focus-visible:z-10',
        inList ? 'rounded border-b border-line' : 'rounded-picture',
        inList && selected && 'bg-hover',
      )}
      style={{ left, top, width, height }}
    >
      <div
        className={clsx(
          'absolute overflow-hidden rounded-picture',
          selected && !inList ? 'inset-1' : 'inset-0',
        )}
      >
        {props.renderItem(item, { top, width, height, layout, selected })}
      </div>
      {mark && <MarkBadge mark={mark} inList={inList} />}
      {selected && (
        <div className="pointer-events-none absolute inset-0 rounded-picture border-2 border-accent" />
      )}
      {!locked && (
        // A target for the pointer alone: the keyboard has X and Space, and `aria-selected` says the state.
        <div
          data-toggle=""
          aria-hidden="true"
          className={clsx(
            'absolute flex size-8 items-start justify-start p-1.5',
            inList ? 'right-1 top-1.5' : 'left-0 top-0',
            !selected && 'opacity-0 group-hover:opacity-100',
          )}
        >
          <span
            className={clsx(
              'flex size-5 items-center justify-center rounded-full border',
              selected ? 'border-accent bg-accent text-on-accent' : 'border-on-picture bg-scrim',
            )}
          >
            {selected && <Check size={14} strokeWidth={3} />}
          </span>
        </div>
      )}
    </div>
  );
}

/** One item in its box: its place, its state and its role. What is drawn inside is given by the place. */
export const GridCell = memo(GridCellInner) as typeof GridCellInner;
