import { createStore, type StoreApi } from 'zustand/vanilla';
import { type GridItem, ItemSequence } from '../grid/item-sequence';
import type { Gathered, Weight } from './gathered';
import { measureSelected, type SelectionMeasure } from './measure-selected';
import type { SelectedIds } from './selected-ids';
import * as engine from './selection';
import { SelectionWork } from './selection-work';

/** How things stood when a gesture began, from which each of its steps is computed anew. */
export interface SelectionMoment<T extends GridItem = GridItem> {
  readonly state: engine.Selection<T['id']>;
  readonly sequence: ItemSequence<T>;
}

/**
 * The selection of one place. Tiles subscribe to `store` by id; acts go through the methods. Selected items that the
 * filter hides are kept with what is known of them, so that counts, bytes and batches stay right.
 */
export interface PlaceSelection<T extends GridItem = GridItem> {
  readonly store: StoreApi<engine.Selection<T['id']>>;
  /** What is being read to be selected. */
  readonly work: SelectionWork;
  /** The items as they are shown now. */
  sequence(): ItemSequence<T>;
  /** What was selected when only that was asked for, less what acts have dealt with since; null where all is shown. */
  readonly held: StoreApi<readonly T[] | null>;
  /** From now on shows what is selected now, and nothing else; `false` shows everything again. */
  hold(only: boolean): void;
  show(sequence: ItemSequence<T>): void;
  selectOne(id: T['id']): void;
  toggle(id: T['id']): void;
  selectRange(id: T['id']): void;
  addRange(id: T['id']): void;
  /** Who reads a range in which something is not loaded, and hands it over. */
  onGap(fill: FillGap<T> | undefined): void;
  moveFocus(id: T['id']): void;
  focusOn(id: T['id']): void;
  selectAll(): void;
  /** Whether everything that was shown has been selected, and nothing else has been done since. */
  isAllSelected(): boolean;
  invert(): void;
  /** Nothing is selected any more, nor will be by what is being read. */
  clear(): void;
  moment(): SelectionMoment<T>;
  /** What a rectangle that was begun at `from` makes of the tiles in it. */
  marquee(from: SelectionMoment<T>, indexes: readonly number[], mode: engine.MarqueeMode): void;
  /** The rectangle stays as it is: what is not loaded in it is read, and dealt with as the rest was. */
  fillMarquee(indexes: readonly number[], mode: engine.MarqueeMode): void;
  /** Everything between two tiles is selected, or is not, in addition to what was at `from`. */
  sweep(from: SelectionMoment<T>, range: { start: T['id']; end: T['id']; select: boolean }): void;
  /** The gesture that was begun at `from` never happened. */
  restore(from: SelectionMoment<T>): void;
  /** Adds items, from wherever they were seen. */
  include(items: Iterable<T>): void;
  /** Adds what was read for it, however much it is; with `flips`, what is selected of it no longer is. */
  readonly take: (read: Gathered<T>, flips?: boolean) => void;
  /** An act dealt with these ids. */
  deselect(ids: Iterable<T['id']>): void;
  /** What is known of these, where they are selected and not shown, is brought up to date. */
  renew(ids: Iterable<T['id']>, current: (item: T) => T): void;
  /** What is known of an item that is shown or selected. */
  find(id: T['id']): T | undefined;
  /** The filters that let in all of `far`, a selection's ids, where they were read by them. */
  filtersOf(far: ReadonlySet<T['id']>): object | undefined;
  /** Everything selected that is known, in the order shown, then what the filter hides; the same list while it is. */
  readonly selectedItems: () => readonly T[];
  /** `of` answers 0 where it does not know. */
  measure(of: (item: T) => number): SelectionMeasure;
}

/** A range by its ends, `count` with what is not loaded; `take` gets all of it. */
type FillGap<T extends GridItem> = (
  range: { first: T; last: T; count: number },
  take: (read: Gathered<T>) => void,
) => void;

export function createPlaceSelection<T extends GridItem>(): PlaceSelection<T> {
  type Id = T['id'];
  type State = engine.Selection<Id>;
  const store = createStore<State>(() => engine.EMPTY_SELECTION);
  /** What is known of the selected items that are not shown. */
  let kept = new Map<Id, T>();
  let sequence = ItemSequence.empty<T>();
  let measured: { content: object; of: (item: T) => number; measure: SelectionMeasure } | undefined;

  /** Pages may come between selecting all that are loaded and asking for all there are. */
  let isAllSelected = false;

  const put = (state: State) => store.setState({ ...state, selected: state.selected.over(sequence) }, true);
  const apply = (change: (state: State) => State, isAll = false) => {
    isAllSelected = isAll;
    put(change(store.getState()));
  };
  /** The selection of another moment over what is shown now. */
  const over = (selected: SelectedIds<Id>, before: ItemSequence<T>) =>
    selected.over(sequence, (id) => {
      const item = before.find(id);
      if (item) kept.set(id, item);
    });
  const keep = (items: Iterable<T>) => {
    const ids: Id[] = [];
    for (const item of items) {
      if (sequence.indexOf(item.id) === -1) kept.set(item.id, item);
      ids.push(item.id);
    }
    return ids;
  };
  const forget = ({ far }: SelectedIds<Id>) => {
    // In one go, when it is worth it: a check of everything kept for each page would cost more than it frees.
    if (kept.size <= 2 * far.size + 100) return;
    for (const id of kept.keys()) if (!far.has(id)) kept.delete(id);
  };

  const work = new SelectionWork();
  let fillGap: FillGap<T> | undefined;
  const fillTo = (id: Id) => {
    const { anchor } = store.getState();
    const ends = [anchor === undefined ? -1 : sequence.indexOf(anchor), sequence.indexOf(id)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const [first, last] = [sequence.itemAt(from), sequence.itemAt(to)];
    if (!first || !last) return;
    let index = from + 1;
    while (index < to && sequence.itemAt(index)) index += 1;
    if (index < to) fillGap?.({ first, last, count: to - from + 1 }, take);
  };
  const weights = new WeakMap<ReadonlySet<Id>, Weight<T>>();
  const take = ({ items, ids, size, weight }: Gathered<T>, flips = false) => {
    for (const [id, item] of kept) if (!items.has(id)) items.set(id, item);
    kept = items;
    const isAlone = !flips || store.getState().selected.unshownCount === 0;
    apply((state) => engine.take(state, ids, flips));
    // What was selected before may have come on top.
    if (weight && isAlone && ids.size === size) weights.set(ids, weight);
  };
  const fillPlaces = (missing: readonly number[], done: (read: Gathered<T>) => void) => {
    let [from, to] = [(missing[0] ?? 0) - 1, (missing.at(-1) ?? 0) + 1];
    while (from >= 0 && !sequence.itemAt(from)) from -= 1;
    while (to < sequence.length && !sequence.itemAt(to)) to += 1;
    const [first, last] = [sequence.itemAt(from), sequence.itemAt(to)];
    if (!first || !last) return;
    const wanted = new Set(missing);
    fillGap?.({ first, last, count: to - from + 1 }, (read) => {
      for (const [place, id] of [...read.ids].entries()) if (!wanted.has(from + place)) read.leaveOut(id);
      done(read);
    });
  };
  const deselect = (ids: Iterable<Id>) => {
    const done = new Set(ids);
    const shown = held.getState();
    if (shown)
      held.setState(
        shown.filter(({ id }) => !done.has(id)),
        true,
      );
    apply((state) => engine.deselect(state, done));
  };
  const held = createStore<readonly T[] | null>(() => null);
  let listed: { selected: SelectedIds<Id>; items: readonly T[] } | undefined;
  const selectedItems = () => {
    const { selected } = store.getState();
    if (listed?.selected === selected) return listed.items;
    const items: T[] = [];
    const add = (item: T | undefined) => {
      if (item) items.push(item);
    };
    selected.forEachShown((index) => add(sequence.itemAt(index)));
    for (const id of selected.unshown()) add(kept.get(id));
    listed = { selected, items };
    return items;
  };

  return {
    store,
    work,
    sequence: () => sequence,
    show(next) {
      if (next === sequence) return;
      const before = sequence;
      sequence = next;
      // A copy even where nothing moved: what the filter hides has changed, and those who count it must hear.
      const state = store.getState();
      put({ ...engine.followOrder(state, before, next), selected: over(state.selected, before) });
      forget(store.getState().selected);
    },
    selectOne(id) {
      work.cancel();
      apply(() => engine.selectOne(id));
    },
    toggle: (id) => apply((state) => engine.toggle(state, id)),
    selectRange(id) {
      // What is being read belongs to a selection that is no more.
      work.cancel();
      apply((state) => engine.selectRange(state, sequence, id));
      fillTo(id);
    },
    addRange(id) {
      apply((state) => engine.addRange(state, sequence, id));
      fillTo(id);
    },
    onGap(fill) {
      fillGap = fill;
    },
    moveFocus: (id) => put(engine.moveFocus(store.getState(), id)),
    focusOn: (id) => {
      const state = store.getState();
      if (state.focus !== id) put(engine.focusOn(state, id));
    },
    selectAll: () => apply((state) => engine.selectAll(state, sequence), true),
    isAllSelected: () => isAllSelected,
    invert: () => apply((state) => engine.invert(state, sequence)),
    clear() {
      work.cancel();
      apply((state) => engine.clear(state));
    },
    moment: () => ({ state: store.getState(), sequence }),
    marquee(from, indexes, mode) {
      if (mode === 'replace') work.cancel();
      const selected = over(from.state.selected, from.sequence);
      apply(() => engine.marquee({ ...from.state, selected }, sequence, indexes, mode));
    },
    fillMarquee(indexes, mode) {
      const missing = indexes.filter((index) => !sequence.itemAt(index)).sort((a, b) => a - b);
      if (missing.length === 0) return;
      fillPlaces(missing, mode === 'subtract' ? ({ ids }) => deselect(ids) : take);
    },
    sweep(from, range) {
      const selected = over(from.state.selected, from.sequence);
      apply(() => engine.sweep({ ...from.state, selected }, sequence, range));
    },
    restore(from) {
      const selected = over(from.state.selected, from.sequence);
      apply(() => engine.followOrder({ ...from.state, selected }, from.sequence, sequence));
    },
    include(items) {
      apply((state) => engine.include(state, keep(items)));
    },
    take,
    deselect,
    renew(ids, current) {
      for (const id of ids) {
        const item = kept.get(id);
        if (item) kept.set(id, current(item));
      }
      listed = undefined;
    },
    held,
    hold(only) {
      if (only !== (held.getState() !== null)) held.setState(only ? selectedItems() : null, true);
    },
    measure(of) {
      const { selected } = store.getState();
      // The same ids have the same measure, whatever is shown of them: a page that comes in does not count them again.
      if (measured?.content !== selected.content || measured.of !== of) {
        const measure = measureSelected({ selected, sequence, kept, weight: weights.get(selected.far), of });
        measured = { content: selected.content, of, measure };
      }
      return measured.measure;
    },
    find: (id) => sequence.find(id) ?? kept.get(id),
    filtersOf: (far) => weights.get(far)?.filters,
    selectedItems,
  };
}

const places = new WeakMap<object, Map<string, PlaceSelection<never>>>();

/** The selections of all places of a workspace in which something is selected, by the place. */
export function selectionsOf<T extends GridItem>(workspace: object): [string, PlaceSelection<T>][] {
  const all = [...((places.get(workspace) as Map<string, PlaceSelection<T>> | undefined) ?? [])];
  return all.filter(([, { store }]) => store.getState().selected.size > 0);
}

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
