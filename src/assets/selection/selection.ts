/**
 * Selecting, as pure functions. Focus (where the keyboard is), anchor (where a range starts) and selection (what an
 * act will touch) are three things. All three are ids, never indexes: pages, sorts and filters come and go.
 */
export interface Selection<Id extends string = string> {
  readonly focus: Id | undefined;
  readonly anchor: Id | undefined;
  readonly selected: ReadonlySet<Id>;
}

/** The items in the order in which they are shown. Lookups take constant time. */
export interface Order<Id extends string = string> {
  readonly length: number;
  idAt(index: number): Id | undefined;
  /** -1 where the id is not shown. */
  indexOf(id: Id): number;
}

export const EMPTY_SELECTION: Selection<never> = {
  focus: undefined,
  anchor: undefined,
  selected: new Set<never>(),
};

/** Plain click: this one alone. */
export function selectOne<Id extends string>(id: Id): Selection<Id> {
  return { focus: id, anchor: id, selected: new Set([id]) };
}

/** Ctrl/Cmd-click or the checkbox: this one flips, the rest stays, the anchor moves here. */
export function toggle<Id extends string>(state: Selection<Id>, id: Id): Selection<Id> {
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { focus: id, anchor: id, selected };
}

/** Shift-click: anchor…here and nothing else. Without an anchor in sight it is a click. */
export function selectRange<Id extends string>(
  state: Selection<Id>,
  order: Order<Id>,
  id: Id,
): Selection<Id> {
  const anchor = anchorIn(state, order);
  if (anchor === undefined || order.indexOf(id) === -1) return selectOne(id);
  return { focus: id, anchor, selected: new Set(idsBetween(order, anchor, id)) };
}

/** Ctrl/Cmd+Shift-click: anchor…here in addition. */
export function addRange<Id extends string>(state: Selection<Id>, order: Order<Id>, id: Id): Selection<Id> {
  const anchor = anchorIn(state, order) ?? id;
  const selected = new Set(state.selected);
  for (const between of idsBetween(order, anchor, id)) selected.add(between);
  return { focus: id, anchor, selected };
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
  const selected = new Set(state.selected);
  for (const id of ids(order)) selected.add(id);
  return { ...state, selected };
}

/** Flips everything shown; what the filter hides stays as it is. */
export function invert<Id extends string>(state: Selection<Id>, order: Order<Id>): Selection<Id> {
  const selected = new Set(state.selected);
  for (const id of ids(order)) if (!selected.delete(id)) selected.add(id);
  return { ...state, selected };
}

/** Nothing selected; focus and anchor stay. */
export function clear<Id extends string>(state: Selection<Id>): Selection<Id> {
  return state.selected.size === 0 ? state : { ...state, selected: new Set() };
}

/** Replaces what is selected, e.g. to bring back what failed. */
export function select<Id extends string>(state: Selection<Id>, these: Iterable<Id>): Selection<Id> {
  return { ...state, selected: new Set(these) };
}

/** An act dealt with these: they leave the selection, whatever it was. */
export function deselect<Id extends string>(state: Selection<Id>, done: Iterable<Id>): Selection<Id> {
  const selected = new Set(state.selected);
  for (const id of done) selected.delete(id);
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

function idsBetween<Id extends string>(order: Order<Id>, one: Id, other: Id): Id[] {
  const a = order.indexOf(one);
  const b = order.indexOf(other);
  if (a === -1 || b === -1) return [other];
  return ids(order, Math.min(a, b), Math.max(a, b) + 1);
}

function ids<Id extends string>(order: Order<Id>, start = 0, end = order.length): Id[] {
  const found: Id[] = [];
  for (let index = start; index < end; index += 1) {
    const id = order.idAt(index);
    if (id !== undefined) found.push(id);
  }
  return found;
}
