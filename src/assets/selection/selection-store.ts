import { createStore, type StoreApi } from 'zustand/vanilla';
import { type GridItem, ItemSequence } from '../grid/item-sequence';
import * as engine from './selection';

/**
 * The selection of one place. Tiles subscribe to `store` by id; acts go through the methods. Selected items that the
 * filter hides are kept with what is known of them, so that counts, bytes and batches stay right.
 */
export interface PlaceSelection<T extends GridItem = GridItem> {
  readonly store: StoreApi<engine.Selection<T['id']>>;
  /** The items as they are shown now. */
  sequence(): ItemSequence<T>;
  show(sequence: ItemSequence<T>): void;
  selectOne(id: T['id']): void;
  toggle(id: T['id']): void;
  selectRange(id: T['id']): void;
  addRange(id: T['id']): void;
  moveFocus(id: T['id']): void;
  focusOn(id: T['id']): void;
  selectAll(): void;
  invert(): void;
  clear(): void;
  /** Adds one item, from wherever it was seen. */
  include(item: T): void;
  select(ids: Iterable<T['id']>): void;
  /** An act dealt with these ids. */
  deselect(ids: Iterable<T['id']>): void;
  /** Everything selected that is known, in the order shown, then what the filter hides. */
  selectedItems(): T[];
  /** What is selected in numbers: how many, how many of them the filter hides, and the sum of `of`. */
  measure(of: (item: T) => number): { count: number; hidden: number; sum: number };
}

export function createPlaceSelection<T extends GridItem>(): PlaceSelection<T> {
  type Id = T['id'];
  const store = createStore<engine.Selection<Id>>(() => engine.EMPTY_SELECTION);
  const kept = new Map<Id, T>();
  let sequence = ItemSequence.empty<T>();
  const apply = (change: (state: engine.Selection<Id>) => engine.Selection<Id>) => {
    store.setState(change(store.getState()), true);
  };

  return {
    store,
    sequence: () => sequence,
    show(next) {
      if (next === sequence) return;
      const { selected } = store.getState();
      for (const id of kept.keys()) if (!selected.has(id)) kept.delete(id);
      if (next.sharedWith(sequence) < sequence.length) {
        for (const id of selected) {
          const item = sequence.find(id);
          if (item) kept.set(id, item);
        }
      }
      const before = sequence;
      sequence = next;
      // A copy even where nothing moved: what the filter hides has changed, and those who count it must hear.
      apply((state) => ({ ...engine.followOrder(state, before, next) }));
    },
    selectOne: (id) => apply(() => engine.selectOne(id)),
    toggle: (id) => apply((state) => engine.toggle(state, id)),
    selectRange: (id) => apply((state) => engine.selectRange(state, sequence, id)),
    addRange: (id) => apply((state) => engine.addRange(state, sequence, id)),
    moveFocus: (id) => apply((state) => engine.moveFocus(state, id)),
    focusOn: (id) => apply((state) => engine.focusOn(state, id)),
    selectAll: () => apply((state) => engine.selectAll(state, sequence)),
    invert: () => apply((state) => engine.invert(state, sequence)),
    clear: () => apply((state) => engine.clear(state)),
    include(item) {
      kept.set(item.id, item);
      apply((state) => engine.select(state, [...state.selected, item.id]));
    },
    select: (ids) => apply((state) => engine.select(state, ids)),
    deselect: (ids) => apply((state) => engine.deselect(state, ids)),
    measure(of) {
      const { selected } = store.getState();
      let hidden = 0;
      let sum = 0;
      for (const id of selected) {
        const shown = sequence.find(id);
        if (!shown) hidden += 1;
        const item = shown ?? kept.get(id);
        if (item) sum += of(item);
      }
      return { count: selected.size, hidden, sum };
    },
    selectedItems() {
      const { selected } = store.getState();
      const shown: [number, T][] = [];
      const hidden: T[] = [];
      for (const id of selected) {
        const index = sequence.indexOf(id);
        const item = sequence.itemAt(index) ?? kept.get(id);
        if (item && index === -1) hidden.push(item);
        else if (item) shown.push([index, item]);
      }
      shown.sort(([a], [b]) => a - b);
      return [...shown.map(([, item]) => item), ...hidden];
    },
  };
}

const places = new WeakMap<object, Map<string, PlaceSelection<never>>>();

/**
 * The selection of a place of a workspace, the same object each time: it outlives the page, so that Back finds it.
 * The workspace object is the owner: when it goes, its selections go.
 */
export function selectionOf<T extends GridItem>(workspace: object, place: string): PlaceSelection<T> {
  const ofWorkspace = places.get(workspace) ?? new Map<string, PlaceSelection<never>>();
  places.set(workspace, ofWorkspace);
  const known = ofWorkspace.get(place) as PlaceSelection<T> | undefined;
  if (known) return known;
  const created = createPlaceSelection<T>();
  ofWorkspace.set(place, created as unknown as PlaceSelection<never>);
  return created;
}
