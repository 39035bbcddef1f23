import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useState } from 'react';
import { keySettings } from '~/commands/key-settings';
import type { PlaceSelection } from '../selection/selection-store';
import { useLongPress } from './drag/use-long-press';
import type { GridItem } from './item-sequence';
import { createKeyMoves, isMoveKey, type MoveKey } from './keyboard';
import type { GridLayout } from './layout/grid-layout';

/**
 * What a grid is for. `browse`: a click selects, Enter opens. `choose`: a click ticks. `choose-one`: a click takes
 * that one alone.
 */
export type GridMode = 'browse' | 'choose' | 'choose-one';

interface GestureOptions<T extends GridItem> {
  layout: GridLayout;
  selection: PlaceSelection<T>;
  mode: GridMode;
  viewportHeight: number;
  isLocked: (item: T) => boolean;
  onOpen: ((item: T) => void) | undefined;
  onResize: ((steps: number) => void) | undefined;
  /** Offers what can be done with the selection, at a point of the window. */
  onMenu: ((at: { x: number; y: number }) => void) | undefined;
  /** The main button or a pen goes down on an item: it may be dragged. */
  onGrab: ((press: globalThis.PointerEvent, item: T) => void) | undefined;
  /** Brings the keyboard to a position, scrolling to it; `arrive` is told the item where that has to be loaded first. */
  focusIndex: (index: number, arrive?: (id: T['id']) => void) => void;
  scroller: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
}

/** Every gesture on the grid, heard once on its body and never per tile. */
export function useGridGestures<T extends GridItem>(options: GestureOptions<T>) {
  const { layout, selection, mode, viewportHeight, isLocked, onOpen, onResize, onMenu, focusIndex } = options;
  const [moveBy] = useState(createKeyMoves);

  const itemOf = (target: EventTarget | null): T | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    return cell ? selection.sequence().itemAt(Number(cell.dataset['index'])) : undefined;
  };
  const toggle = (item: T) => {
    // A range may have swept over a locked one: that can be let go, though not chosen by itself.
    if (isLocked(item) && !selection.store.getState().selected.has(item.id)) selection.focusOn(item.id);
    else if (mode === 'choose-one') selection.selectOne(item.id);
    else selection.toggle(item.id);
  };
  const open = (item: T | undefined) => {
    if (item) onOpen?.(item);
  };

  const press = useLongPress({
    ...options,
    onHold: (event) => {
      const item = itemOf(event.target);
      if (!item) return undefined;
      const sweeps = mode !== 'choose-one' && !isLocked(item);
      if (!sweeps) toggle(item);
      return sweeps ? item.id : undefined;
    },
  });

  const onClick = (event: MouseEvent) => {
    const held = press.wasHeld();
    const item = itemOf(event.target);
    if (!item || held) return;
    const touch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
    const several = mode !== 'choose-one';
    const onTick = event.target instanceof Element && event.target.closest('[data-toggle]') !== null;
    if (several && event.shiftKey && (event.ctrlKey || event.metaKey)) selection.addRange(item.id);
    else if (several && event.shiftKey) selection.selectRange(item.id);
    else if (onTick || event.ctrlKey || event.metaKey || mode !== 'browse') toggle(item);
    else if (touch && selection.store.getState().selected.size > 0) toggle(item);
    else if (touch) open(item);
    else selection.selectOne(item.id);
  };

  const move = (key: MoveKey, event: KeyboardEvent, from: number) => {
    const target = moveBy(layout, from, key, viewportHeight);
    const id = selection.sequence().idAt(target);
    const arrive = (at: T['id']) => {
      if (!event.shiftKey || mode === 'choose-one') selection.moveFocus(at);
      else if (event.ctrlKey || event.metaKey) selection.addRange(at);
      else selection.selectRange(at);
    };
    // Not loaded: the keyboard follows when it is.
    if (id === undefined) return focusIndex(target, arrive);
    arrive(id);
    focusIndex(target);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const item = itemOf(event.target);
    if (!item || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const from = selection.sequence().indexOf(item.id);
    if (isMoveKey(event.key)) move(event.key, event, from);
    else if (event.key === ' ' && (command || mode !== 'browse')) toggle(item);
    else if (event.key === ' ' && event.shiftKey) selection.selectRange(item.id);
    else if (command) return;
    else if (event.key === ' ' || event.key === 'Enter') open(item);
    else if (!keySettings.getState().letters) return;
    else if (event.key.toLowerCase() === 'x') toggle(item);
    else if (event.key.toLowerCase() === 'r' && !event.shiftKey) loadAgain(event.currentTarget, from);
    else if (event.key === '-' && onResize) onResize(-1);
    else if ((event.key === '=' || event.key === '+') && onResize) onResize(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    onClick,
    onKeyDown,
    onDoubleClick: (event: MouseEvent) => {
      const onTick = event.target instanceof Element && event.target.closest('[data-toggle]') !== null;
      if (!onTick) open(itemOf(event.target));
    },
    onContextMenu: (event: MouseEvent) => {
      const item = itemOf(event.target);
      // A finger held on a tile selects it; the browser's own menu would take the finger away.
      if (press.isPressed()) event.preventDefault();
      if (!item || !onMenu || press.isPressed()) return;
      event.preventDefault();
      // A menu acts on the selection: asked for elsewhere, it is about that one tile. What was chosen so far stays.
      if (mode !== 'browse') selection.focusOn(item.id);
      else if (!selection.store.getState().selected.has(item.id) && !isLocked(item))
        selection.selectOne(item.id);
      onMenu({ x: event.clientX, y: event.clientY });
    },
    onFocus: (event: { target: EventTarget }) => {
      const item = itemOf(event.target);
      if (item) selection.focusOn(item.id);
    },
    onPointerDown: (event: PointerEvent) => {
      const item = itemOf(event.target);
      if (!item) return;
      press.begin(event.nativeEvent);
      if (event.pointerType !== 'touch' && event.button === 0) options.onGrab?.(event.nativeEvent, item);
    },
  };
}

/** Asks once more for a picture that did not load; a tile that has its own does nothing. */
function loadAgain(grid: EventTarget, index: number): void {
  if (!(grid instanceof Element)) return;
  grid.querySelector<HTMLElement>(`[data-index="${index}"] [data-retry]`)?.click();
}
