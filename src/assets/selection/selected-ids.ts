/** The items in the order in which they are shown. Lookups take constant time. */
export interface Order<Id extends string = string> {
  readonly length: number;
  idAt(index: number): Id | undefined;
  /** -1 where the id is not shown. */
  indexOf(id: Id): number;
  /** How many leading places this one has in common with `other` by construction, without comparing them. */
  sharedWith?(other: Order<Id>): number;
  /** The places from one up to another (not included) that have an id, as stretches of them. */
  loadedIn?(from: number, to: number): Iterable<readonly [from: number, to: number]>;
}

/** Changes a copy of what is selected, by id or by place in the order. */
export interface SelectedIdsEditor<Id extends string> {
  add(id: Id): void;
  delete(id: Id): void;
  setAt(index: number, selected: boolean): void;
  /** All places from one up to another, the last not included. */
  setRange(from: number, to: number, selected: boolean): void;
  flipRange(from: number, to: number): void;
}

const NO_IDS: ReadonlySet<never> = new Set();
const NOTHING_SHOWN: Order<never> = { length: 0, idAt: () => undefined, indexOf: () => -1 };

/**
 * A set of ids as a value: one byte for each item that is shown, a set for those that are not. Selecting 100,000
 * at once is then a loop over bytes, where a set of as many strings costs several frames. What is shown may stand in
 * that set too, and then only its byte counts: so a page that comes in leaves the set as it is.
 */
export class SelectedIds<Id extends string = string> implements Iterable<Id> {
  static readonly none = new SelectedIds<never>(NOTHING_SHOWN, new Uint8Array(0), NO_IDS, 0, {});

  static of<Id extends string>(ids: Iterable<Id>): SelectedIds<Id> {
    const far = new Set(ids);
    return new SelectedIds<Id>(NOTHING_SHOWN, new Uint8Array(0), far, far.size, {});
  }

  /** Selected ids that the order does not have. */
  readonly unshownCount: number;

  private constructor(
    private readonly order: Order<Id>,
    /** 1 where the item at that place is selected. */
    private readonly flags: Uint8Array,
    /** All selected ids that the order does not have; of those it has, any. The same object while that stays so. */
    readonly far: ReadonlySet<Id>,
    readonly size: number,
    /** The same object for the same ids, whatever the order. */
    readonly content: object,
  ) {
    let shown = 0;
    for (let index = 0; index < flags.length; index += 1) shown += flags[index] ?? 0;
    this.unshownCount = size - shown;
  }

  has(id: Id): boolean {
    const index = this.order.indexOf(id);
    return index === -1 ? this.far.has(id) : this.flags[index] === 1;
  }

  /** In the order shown, then what is not shown. */
  *[Symbol.iterator](): Iterator<Id> {
    for (let index = 0; index < this.flags.length; index += 1) {
      const id = this.flags[index] === 1 ? this.order.idAt(index) : undefined;
      if (id !== undefined) yield id;
    }
    yield* this.unshown();
  }

  *unshown(): Generator<Id, void> {
    if (this.unshownCount === 0) return;
    for (const id of this.far) if (this.order.indexOf(id) === -1) yield id;
  }

  /** The places of the order that are selected. */
  forEachShown(visit: (index: number) => void): void {
    for (let index = 0; index < this.flags.length; index += 1) if (this.flags[index] === 1) visit(index);
  }

  /** The same ids over another order; `onLeave` hears of each that is no longer shown. */
  over(order: Order<Id>, onLeave?: (id: Id) => void): SelectedIds<Id> {
    if (order === this.order) return this;
    const flags = new Uint8Array(order.length);
    if (this.size === 0) return new SelectedIds<Id>(order, flags, NO_IDS, 0, this.content);
    const shared = order.sharedWith?.(this.order) ?? 0;
    flags.set(this.flags.subarray(0, shared));
    forEachLoaded(order, shared, order.length, (index) => {
      const id = order.idAt(index);
      if (id === undefined) return;
      const before = this.order.indexOf(id);
      flags[index] = (before === -1 ? this.far.has(id) : this.flags[before] === 1) ? 1 : 0;
    });
    let far: Set<Id> | undefined;
    forEachLoaded(this.order, shared, this.flags.length, (index) => {
      const id = this.order.idAt(index);
      if (id === undefined || order.indexOf(id) !== -1) return;
      const selected = this.flags[index] === 1;
      if (selected) onLeave?.(id);
      if (this.far.has(id) === selected) return;
      far ??= new Set(this.far);
      if (selected) far.add(id);
      else far.delete(id);
    });
    return new SelectedIds(order, flags, far ?? this.far, this.size, this.content);
  }

  /**
   * With these ids in addition; with `flips`, those that are selected no longer are. Takes the set over, so that
   * 100,000 ids which are not shown cost a look at what is shown.
   */
  taking(ids: Set<Id>, flips: boolean): SelectedIds<Id> {
    const { order } = this;
    const flags = this.flags.slice();
    let shown = 0;
    let both = 0;
    forEachLoaded(order, 0, flags.length, (index) => {
      const id = order.idAt(index);
      if (id !== undefined && ids.has(id)) {
        both += 1;
        flags[index] = flips && flags[index] === 1 ? 0 : 1;
      }
      shown += flags[index] ?? 0;
    });
    for (const id of this.unshown()) if (!ids.has(id) || !flips || !ids.delete(id)) ids.add(id);
    return new SelectedIds(order, flags, ids, shown + ids.size - both, {});
  }

  /** A copy with changes. */
  edit(change: (editor: SelectedIdsEditor<Id>) => void): SelectedIds<Id> {
    const { order } = this;
    const flags = this.flags.slice();
    let far: Set<Id> | undefined;
    let { size } = this;
    let isSame = true;
    const put = (index: number, selected: boolean) => {
      if ((flags[index] === 1) === selected) return;
      flags[index] = selected ? 1 : 0;
      size += selected ? 1 : -1;
      isSame = false;
    };
    const setAt = (index: number, selected: boolean) => {
      // A place whose item is not loaded has no id by which it could be kept.
      if (!selected || order.idAt(index) !== undefined) put(index, selected);
    };
    const setUnshown = (id: Id, selected: boolean) => {
      if ((far ?? this.far).has(id) === selected) return;
      far ??= new Set(this.far);
      if (selected) far.add(id);
      else far.delete(id);
      size += selected ? 1 : -1;
      isSame = false;
    };
    const set = (id: Id, selected: boolean) => {
      const index = order.indexOf(id);
      if (index === -1) setUnshown(id, selected);
      else setAt(index, selected);
    };
    change({
      add: (id) => set(id, true),
      delete: (id) => set(id, false),
      setAt,
      setRange: (from, to, selected) => forEachLoaded(order, from, to, (index) => put(index, selected)),
      flipRange: (from, to) => forEachLoaded(order, from, to, (index) => put(index, flags[index] !== 1)),
    });
    return new SelectedIds(order, flags, far ?? this.far, size, isSame ? this.content : {});
  }
}

/** Visits the places that have an id. */
function forEachLoaded<Id extends string>(
  order: Order<Id>,
  from: number,
  to: number,
  visit: (index: number) => void,
): void {
  if (order.loadedIn) {
    for (const [first, end] of order.loadedIn(from, to))
      for (let index = first; index < end; index += 1) visit(index);
    return;
  }
  for (let index = from; index < to; index += 1) if (order.idAt(index) !== undefined) visit(index);
}
