import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createKeyMoves, isMoveKey } from '~/assets/grid/keyboard';
import { useHistoryEntry } from '~/assets/grid/use-history-entry';
import { useRestoredScroll } from '~/assets/grid/use-restored-scroll';
import { scrolledInto, useRowWindow, useViewport } from '~/assets/grid/use-viewport';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { MenuPoint } from '~/ui/context-menu';
import { useWorkspace } from '~/workspaces/use-workspace';
import { cardLayout } from './card-layout';
import { type CardActs, CollectionCard } from './collection-card';
import { useWallFocus } from './use-wall-focus';
import { WallItems } from './wall-items';

interface CollectionWallProps {
  collections: readonly Collection[];
  /** What tells a card apart for as long as it is shown, whatever id its collection has by then. */
  keyOf: (id: CollectionId) => CollectionId;
  /** What is listed: another listing starts at its own place. */
  listing: string;
  /** Number of all collections of this view; -1 while it is not known. */
  setSize: number;
  /** Reads the next page; undefined at the end. */
  loadMore: (() => void) | undefined;
  /** The card that the keyboard is on, by its key. */
  onFocus: (key: CollectionId) => void;
  onMenu: (collection: Collection, at: MenuPoint) => void;
  /** The card whose name is being edited, by its key. */
  renaming: CollectionId | undefined;
  onRename: (collection: Collection, name: string) => void;
  onRenameEnd: () => void;
  /** Index of the card that has just been made and is to have the keyboard; -1 where there is none. */
  awaited: () => number;
  onArrived: () => void;
  header?: ReactNode;
  footer?: ReactNode;
}

/** Views below the one shown for which pages are read ahead. */
const READ_AHEAD = 2;

/** All collections as cards; only those in and around the view are in the document. */
export function CollectionWall(props: CollectionWallProps) {
  const { collections, keyOf, listing, setSize, loadMore, renaming, awaited, onArrived, header, footer } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLUListElement>(null);
  const viewport = useViewport(scroller, body);
  const items = useMemo(() => new WallItems(collections, keyOf), [collections, keyOf]);
  const layout = useMemo(() => cardLayout(viewport.width, items.length), [viewport.width, items]);
  const { rows, update } = useRowWindow(layout, viewport, scroller, body);
  const [moveBy] = useState(createKeyMoves);

  // Before anything takes the focus: whoever hears of it asks for the collections of this moment.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const keyboard = useWallFocus({ items, layout, scroller, body, update, awaited, onArrived });
  const { focused, setFocusId, focusIndex } = keyboard;

  const workspace = useWorkspace();
  const entry = useHistoryEntry();
  const hasMore = setSize === -1;
  useRestoredScroll({
    entry,
    place: workspace,
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
    if (!loadMore || viewport.height === 0) return;
    const seen = scrolledInto(scroller.current, body.current) + viewport.height;
    if (layout.height - seen < READ_AHEAD * viewport.height) loadMore();
  }, [loadMore, layout, viewport.height]);
  useEffect(readAhead, [readAhead]);

  const acts = useMemo(
    (): CardActs => ({
      focus: (index) => {
        const collection = latest.current.collections[index];
        if (!collection) return;
        const key = latest.current.keyOf(collection.id);
        setFocusId(key);
        latest.current.onFocus(key);
      },
      openMenu: (collection, at) => latest.current.onMenu(collection, at),
      rename: (collection, name) => latest.current.onRename(collection, name),
      endRename: () => latest.current.onRenameEnd(),
    }),
    [setFocusId],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isMoveKey(event.key) || focused === -1) return;
    event.preventDefault();
    focusIndex(moveBy(layout, focused, event.key, viewport.height));
  };

  const shown: number[] = [];
  for (let index = layout.rowStart(rows.first); index < layout.rowStart(rows.last + 1); index += 1)
    shown.push(index);
  const tabStop = focused === -1 ? 0 : focused;
  // The card with the keyboard stays in the document wherever the view goes.
  if (tabStop < items.length && !shown.includes(tabStop)) shown.push(tabStop);

  return (
    <div
      ref={scroller}
      className="relative min-h-0 flex-1 overflow-y-auto bg-ground [scrollbar-gutter:stable]"
      onScroll={() => {
        update();
        readAhead();
      }}
    >
      {header}
      {/* The arrows move among the links inside; the list itself takes no focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={body}
        aria-label="Collections"
        className="relative m-4"
        style={{ height: layout.height }}
        onKeyDown={onKeyDown}
        {...keyboard.listeners}
      >
        {shown.map((index) => {
          const item = items.itemAt(index);
          if (!item) return null;
          return (
            <CollectionCard
              key={item.id}
              collection={item.collection}
              index={index}
              {...layout.box(index)}
              setSize={setSize}
              tabStop={index === tabStop}
              renaming={renaming === item.id}
              acts={acts}
            />
          );
        })}
      </ul>
      {footer}
    </div>
  );
}
