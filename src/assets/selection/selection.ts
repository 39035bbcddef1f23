import { type Order, SelectedIds } from './selected-ids';

/**
 * Selecting, as pure functions. Focus (where the keyboard is), anchor (where a range starts) and selection (what an
 * act will touch) are three things. All three are ids, never indexes: pages, sorts and filters come and go.
 */
export interface Selection<Id extends string = string> {
  readonly focus: Id | undefined;
  readonly anchor: Id | undefined;
  readonly selected: SelectedIds<Id>;
}

export const EMPTY_SELECTION: Selection<never> = {
  focus: undefined,
  anchor: undefined,
  selected: SelectedIds.none,
};

/** Plain click: this one alone. */
export function selectOne<Id extends string>(id: Id): Selection<Id> {
  return { focus: id, anchor: id, selected: SelectedIds.of([id]) };
}

/** Ctrl/Cmd-click or the checkbox: this one flips, the rest stays, the anchor moves here. */
export function toggle<Id extends string>({ selected }: Selection<Id>, id: Id): Selection<Id> {
  const flipped = selected.edit((ids) => (selected.has(id) ? ids.delete(id) : ids.add(id)));
  return { focus: id, anchor: id, selected: flipped };
}

/** Shift-click: anchor…here and nothing else. Without an anchor in sight it is a click. */
export function selectRange<Id extends string>(
  state: Selection<Id>,
  order: Order<Id>,
  id: Id,
): Selection<Id> {
  const anchor = anchorIn(state, order);
  if (anchor === undefined || order.indexOf(id) === -1) return selectOne(id);
  return rangeTo({ ...state, anchor, selected: SelectedIds.none }, order, id, true);
}

/** Ctrl/Cmd+Shift-click: anchor…here in addition. */
export function addRange<Id extends string>(state: Selection<Id>, order: Order<Id>, id: Id): Selection<Id> {
  return rangeTo({ ...state, anchor: anchorIn(state, order) ?? id }, order, id, true);
}

/** A finger went from `start` to `end`: everything between takes the state that the first one took. */
export function sweep<Id extends string>(
  state: Selection<Id>,
  order: Order<Id>,
  { start, end, select }: { start: Id; end: Id; select: boolean },
): Selection<Id> {
  return rangeTo({ ...state, anchor: start }, order, end, select);
}

/** What a rectangle does with the tiles in it: they alone are selected, or they are added, or taken away. */
export type MarqueeMode = 'replace' | 'add' | 'subtract';

/**
 * A rectangle over the items at `indexes`, drawn from `state`: called again for each of its sizes, always with the
 * selection there was when it began. The keyboard stays where it is while the rectangle is drawn.
 */
export function marquee<Id extends string>(
  state: Selection<Id>,
  order: Order<Id>,
  indexes: readonly number[],
  mode: MarqueeMode,
): Selection<Id> {
  const before = mode === 'replace' ? SelectedIds.none : state.selected;
  const selected = before.over(order).edit((ids) => {
    for (const index of indexes) ids.setAt(index, mode !== 'subtract');
  });
  return { ...state, selected };
}

/** Arrow keys: the focus moves and takes the anchor along; the selection stays as it is. */
export function moveFocus<Id extends string>(state: Selection<Id>, id: Id): Selection<Id> {
  return { ...state, focus: id, anchor: id };
}

/** The keyboard is here now, e.g. because Tab or the pointer brought it; the anchor stays for the range to come. */
export function focusOn<Id extends string>(state: Selection<Id>, id: Id): Selection<Id> {
  return state.focus === id ? state : { ...state, focus: id };
}

/** Everything shown, in addition to what is selected elsewhere. */
export function selectAll<Id extends string>(state: Selection<Id>, order: Order<Id>): Selection<Id> {
  const selected = state.selected.over(order).edit((ids) => ids.setRange(0, order.length, true));
  return { ...state, selected };
}

/** Flips everything shown; what the filter hides stays as it is. */
export function invert<Id extends string>(state: Selection<Id>, order: Order<Id>): Selection<Id> {
  const selected = state.selected.over(order).edit((ids) => ids.flipRange(0, order.length));
  return { ...state, selected };
}

/** Nothing selected; focus and anchor stay. */
export function clear<Id extends string>(state: Selection<Id>): Selection<Id> {
  return state.selected.size === 0 ? state : { ...state, selected: SelectedIds.none };
}

/** These in addition, e.g. to bring back what failed. */
export function include<Id extends string>(state: Selection<Id>, these: Iterable<Id>): Selection<Id> {
  const selected = state.selected.edit((ids) => {
    for (const id of these) ids.add(id);
  });
  return selected.size === state.selected.size ? state : { ...state, selected };
}

/** These in addition or, with `flips`, turned round; however many they are. Takes the set over. */
export function take<Id extends string>(state: Selection<Id>, these: Set<Id>, flips: boolean): Selection<Id> {
  return { ...state, selected: state.selected.taking(these, flips) };
}

/** An act dealt with these: they leave the selection, whatever it was. */
export function deselect<Id extends string>(state: Selection<Id>, done: Iterable<Id>): Selection<Id> {
  const selected = state.selected.edit((ids) => {
    for (const id of done) ids.delete(id);
  });
  return selected.size === state.selected.size ? state : { ...state, selected };
}

/**
 * The order changed. A focus that is no longer shown goes to the nearest item that is: first those that came after
 * it, then those before. The anchor follows; the selection is left alone (it survives filters).
 */
export function followOrder<Id extends string>(
  state: Selection<Id>,
  before: Order<Id>,
  after: Order<Id>,
): Selection<Id> {
  const { focus, anchor } = state;
  if (focus === undefined || after.indexOf(focus) !== -1) return state;
  const next = nearestShown(before, after, before.indexOf(focus));
  if (next === undefined) return state;
  return { ...state, focus: next, anchor: anchor === focus ? next : anchor };
}

function nearestShown<Id extends string>(before: Order<Id>, after: Order<Id>, from: number): Id | undefined {
  if (from === -1) return undefined;
  const shown = (index: number) => {
    const id = before.idAt(index);
    return id !== undefined && after.indexOf(id) !== -1 ? id : undefined;
  };
  for (let index = from + 1; index < before.length; index += 1) {
    const id = shown(index);
    if (id !== undefined) return id;
  }
  for (let index = from - 1; index >= 0; index -= 1) {
    const id = shown(index);
    if (id !== undefined) return id;
  }
  return undefined;
}

function anchorIn<Id extends string>({ anchor, focus }: Selection<Id>, order: Order<Id>): Id | undefined {
  if (anchor !== undefined && order.indexOf(anchor) !== -1) return anchor;
  return focus !== undefined && order.indexOf(focus) !== -1 ? focus : undefined;
}

/** Sets everything from the anchor to `id`; `id` alone where one of them is not shown. */
function rangeTo<Id extends string>(
  { anchor, selected }: Selection<Id>,
  order: Order<Id>,
  id: Id,
  select: boolean,
): Selection<Id> {
  const from = anchor === undefined ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  const ranged = selected.over(order).edit((ids) => {
    if (from !== -1 && to !== -1) ids.setRange(Math.min(from, to), Math.max(from, to) + 1, select);
    else if (select) ids.add(id);
    else ids.delete(id);
  });
  return { focus: id, anchor, selected: ranged };
}
