import { clsx } from 'clsx';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { nextTask } from '~/ui/next-task';
import { PictureQueue } from '../pictures/picture-queue';
import { PictureQueueContext } from '../pictures/picture-queue-context';
import type { PlaceSelection } from '../selection/selection-store';
import { EmptyBox } from './empty-box';
import { type CellBox, GridCell } from './grid-cell';
import { useMarquee } from './drag/use-marquee';
import { GridSightContext } from './grid-sight';
import { type GridView, steppedSize } from './grid-view';
import type { GridItem, ItemSequence } from './item-sequence';
import { indexAt, rowAt } from './layout/grid-layout';
import { useGridGestures, type GridMode } from './use-grid-gestures';
import { useGridFocus } from './use-grid-focus';
import { useGridLayout } from './use-grid-layout';
import { useRestoredScroll } from './use-restored-scroll';
import { useScrollAnchor } from './use-scroll-anchor';
import { scrolledInto, useRowWindow, useViewport } from './use-viewport';

/** Views below the one shown for which pages are read ahead. */
const READ_AHEAD = 2;

/** What a place may ask of its grid. */
export interface GridHandle {
  /** Brings a position to the upper edge, and the keyboard to it. */
  goTo: (position: number) => void;
}

export interface ItemGridProps<T extends GridItem> {
  /** Name of the grid for those who cannot see it. */
  label: string;
  items: ItemSequence<T>;
  selection: PlaceSelection<T>;
  view: GridView;
  onViewChange?: ((view: GridView) => void) | undefined;
  mode?: GridMode | undefined;
  renderItem: (item: T, box: CellBox) => ReactNode;
  /** Pixels under each square for words; fixed for as long as the grid is there. */
  caption?: number | undefined;
  /** Spoken name of an item, where its own is not enough. */
  labelOf?: ((item: T) => string) | undefined;
  /** Items that are shown but cannot be chosen. */
  isLocked?: ((item: T) => boolean) | undefined;
  onOpen?: ((item: T) => void) | undefined;
  /** Offers what can be done with the selection, at a point of the window. */
  onMenu?: ((at: { x: number; y: number }) => void) | undefined;
  /** The main button or a pen goes down on an item: it may be dragged. */
  onGrab?: ((press: PointerEvent, item: T) => void) | undefined;
  /** Reads the next page; undefined at the end, and while it cannot be read. */
  loadMore: (() => void) | undefined;
  /** Reads what is missing around these positions, where the listing can be read anywhere. */
  reach?: ((first: number, last: number) => void) | undefined;
  /** Number of all items, where known. */
  total?: number | undefined;
  /** More may come behind the last of the items. */
  hasMore: boolean;
  /** History entry and listing, by which the scroll position is kept. */
  entry: string;
  listing: string;
  /** Something lies over the grid; when that goes, the keyboard comes back to the tile it was on. */
  covered?: boolean | undefined;
  handle?: Ref<GridHandle> | undefined;
  /** Moves through the grid in place of the browser's scrollbar. */
  scrubber?: ReactNode;
  /** Scrolls with the grid, above it. */
  header?: ReactNode;
  /** Stands below the grid, wherever that is scrolled to. */
  footer?: ReactNode;
}

const never = () => false;
/** A page and all of its tiles in one task would be a long one. */
const inNextTask = (measure: () => void) => void nextTask().then(measure);

/**
 * Any number of items as tiles: only those in and around the view are in the document, in boxes known beforehand.
 * The one that has the keyboard stays in the document wherever the view goes.
 */
export function ItemGrid<T extends GridItem>(props: ItemGridProps<T>) {
  const { label, items, selection, view, onViewChange, mode = 'browse', renderItem, labelOf } = props;
  const {
    isLocked = never,
    onOpen,
    loadMore,
    reach,
    total,
    hasMore,
    entry,
    listing,
    header,
    footer,
    covered = false,
    caption = 0,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const marqueeFrame = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller, body, inNextTask);
  const { height } = viewport;
  const layout = useGridLayout(items, view, viewport.width, caption, !hasMore);
  const { rows, update } = useRowWindow(layout, viewport, scroller, body);
  const focusId = useStore(selection.store, (state) => state.focus);
  const focused = focusId === undefined ? -1 : items.indexOf(focusId);
  const anchor = useScrollAnchor({ items, layout, height, focused, scroller, body, update });
  const [pictures] = useState(() => new PictureQueue());
  const movePictures = useCallback(
    () => pictures.move(scrolledInto(scroller.current, body.current), height, performance.now()),
    [pictures, height],
  );
  useLayoutEffect(movePictures, [movePictures]);

  useLayoutEffect(() => selection.show(items), [selection, items]);

  const { holdKeyboard, focusIndex, goTo } = useGridFocus(
    { items, layout, selection, focused, update },
    scroller,
    body,
  );
  const sight = useMemo(() => ({ layout, scroller, body }), [layout]);
  useImperativeHandle(props.handle, () => ({ goTo }), [goTo]);

  const uncover = useEffectEvent(() => {
    if (layout.count > 0) focusIndex(Math.max(0, focused));
  });
  useLayoutEffect(() => {
    if (!covered) return undefined;
    return () => uncover();
  }, [covered]);

  useRestoredScroll({
    entry,
    place: selection,
    listing,
    items,
    layout,
    scroller,
    body,
    update,
    loadMore,
    hasMore,
    focusIndex,
  });

  const readAhead = useCallback(() => {
    if (height === 0) return;
    const top = scrolledInto(scroller.current, body.current);
    const bottom = top + height;
    if (reach) reach(layout.rowStart(rowAt(layout, top)), layout.rowStart(rowAt(layout, bottom) + 1) - 1);
    else if (layout.height - bottom < READ_AHEAD * height) loadMore?.();
  }, [loadMore, reach, layout, height]);
  useEffect(readAhead, [readAhead]);

  const onResize =
    onViewChange && ((steps: number) => onViewChange({ ...view, size: steppedSize(view.size, steps) }));
  const gestures = useGridGestures({
    layout,
    selection,
    mode,
    viewportHeight: height,
    isLocked,
    onOpen,
    onResize,
    onMenu: props.onMenu,
    onGrab: props.onGrab,
    focusIndex,
    scroller,
    body,
  });
  const marquee = useMarquee({
    layout,
    selection,
    mode,
    scroller,
    body,
    frame: marqueeFrame,
    onDrawn: () => {
      holdKeyboard(true);
    },
  });

  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !onResize || !body.current) return;
    event.preventDefault();
    const { left, top } = body.current.getBoundingClientRect();
    const under = indexAt(layout, event.clientX - left, event.clientY - top);
    if (under !== undefined) anchor.holdPoint(under, event.clientX, event.clientY);
    onResize(-event.deltaY / 100);
  });
  useEffect(() => {
    const element = scroller.current;
    // React listens passively to wheels, and a passive listener cannot keep the browser from zooming the page.
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);

  const indexes: number[] = [];
  const end = layout.rowStart(rows.last + 1);
  for (let index = layout.rowStart(rows.first); index < end; index += 1) indexes.push(index);
  const tabStop = focused === -1 ? (indexes[0] ?? 0) : focused;
  if (focused !== -1 && focused < layout.count && !indexes.includes(focused)) indexes.push(focused);
  const setSize = total ?? (hasMore ? -1 : items.length);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        {...marquee}
        className={clsx(
          // Without a ground of its own it is no layer, and each frame of a scroll paints all that is in sight anew.
          'relative min-h-0 flex-1 overflow-y-auto bg-ground',
          props.scrubber ? '[scrollbar-width:none]' : '[scrollbar-gutter:stable]',
        )}
        onScroll={() => {
          // Read first: after drawing, reading where one is would lay everything out once more.
          anchor.note();
          readAhead();
          movePictures();
          // In this very frame: left to itself React draws after it, and a fling would run ahead of its tiles.
          flushSync(update);
        }}
      >
        {header}
        <div
          ref={body}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> cannot show pictures
          role="listbox"
          aria-label={label}
          aria-multiselectable={mode !== 'choose-one'}
          data-commands=""
          className={clsx('relative m-2 select-none', props.scrubber && 'sm:mr-6')}
          style={{ height: layout.height }}
          {...gestures}
          onFocus={(event) => {
            holdKeyboard(true);
            gestures.onFocus(event);
          }}
          onBlur={(event) => {
            if (event.relatedTarget !== null) holdKeyboard(false);
          }}
        >
          <PictureQueueContext value={pictures}>
            {indexes.map((index) => {
              const item = items.itemAt(index);
              const box = layout.box(index);
              // A box that is only estimated changes with the page that is to come: its tile would jump.
              if (!item || layout.isExact?.(index) === false) return <EmptyBox key={index} {...box} />;
              return (
                <GridCell
                  key={item.id}
                  item={item}
                  index={index}
                  {...box}
                  layout={view.layout}
                  setSize={setSize}
                  tabStop={index === tabStop}
                  selection={selection}
                  renderItem={renderItem}
                  label={labelOf?.(item)}
                  locked={isLocked(item)}
                />
              );
            })}
          </PictureQueueContext>
          <div
            ref={marqueeFrame}
            hidden
            role="presentation"
            className="pointer-events-none absolute left-0 top-0 z-20 border border-accent bg-accent/10"
          />
        </div>
      </div>
      <GridSightContext value={sight}>{props.scrubber}</GridSightContext>
      {footer}
    </div>
  );
}
