/** The items in the order in which they are shown. Lookups take constant time. */
export interface Order<Id extends string = string> {
  readonly length: number;
  idAt(index: number): Id | undefined;
  /** -1 where the id is not shown. */
  indexOf(id: Id): number;
  /** How many leading places this one has in common with `other` by construction, without comparing them. */
  sharedWith?(other: Order<Id>): number;
}

/** Changes a copy of what is selected, by id or by place in the order. */
export interface SelectedIdsEditor<Id extends string> {
  add(id: Id): void;
  delete(id: Id): void;
  setAt(index: number, selected: boolean): void;
  flipAt(index: number): void;
}

const NOTHING_SHOWN: Order<never> = { length: 0, idAt: () => undefined, indexOf: () => -1 };

/**
 * A set of ids as a value: one byte for each item that is shown, a set for those that are not. Selecting 100,000
 * at once is then a loop over bytes, where a set of as many strings costs several frames.
 */
export class SelectedIds<Id extends string = string> implements Iterable<Id> {
  static readonly none = new SelectedIds<never>(NOTHING_SHOWN, new Uint8Array(0), new Set(), 0);

  static of<Id extends string>(ids: Iterable<Id>): SelectedIds<Id> {
    const unshown = new Set(ids);
    return new SelectedIds<Id>(NOTHING_SHOWN, new Uint8Array(0), unshown, unshown.size);
  }

  private constructor(
    private readonly order: Order<Id>,
    /** 1 where the item at that place is selected. */
    private readonly flags: Uint8Array,
    /** Selected ids that the order does not have. */
    readonly unshown: ReadonlySet<Id>,
    readonly size: number,
  ) {}

  has(id: Id): boolean {
    const index = this.order.indexOf(id);
    return index === -1 ? this.unshown.has(id) : this.flags[index] === 1;
  }

  /** In the order shown, then what is not shown. */
  *[Symbol.iterator](): Iterator<Id> {
    for (let index = 0; index < this.flags.length; index += 1) {
      const id = this.flags[index] === 1 ? this.order.idAt(index) : undefined;
      if (id !== undefined) yield id;
    }
    yield* this.unshown;
  }

  /** The places of the order that are selected. */
  forEachShown(visit: (index: number) => void): void {
    for (let index = 0; index < this.flags.length; index += 1) if (this.flags[index] === 1) visit(index);
  }

  /** The same ids over another order; `onLeave` hears of each that is no longer shown. */
  over(order: Order<Id>, onLeave?: (id: Id) => void): SelectedIds<Id> {
    if (order === this.order) return this;
    const flags = new Uint8Array(order.length);
    const shared = order.sharedWith?.(this.order) ?? 0;
    flags.set(this.flags.subarray(0, shared));
    let unshown = this.unshown;
    if (shared < this.flags.length) {
      const left = new Set(this.unshown);
      for (let index = shared; index < this.flags.length; index += 1) {
        const id = this.flags[index] === 1 ? this.order.idAt(index) : undefined;
        if (id === undefined) continue;
        const there = order.indexOf(id);
        if (there !== -1) flags[there] = 1;
        else {
          left.add(id);
          onLeave?.(id);
        }
      }
      unshown = left;
    }
    return new SelectedIds(order, flags, takeShown(unshown, order, shared, flags), this.size);
  }

  /**
   * With these ids in addition; with `flips`, those that are selected no longer are. Takes the set over, so that
   * 100,000 ids which are not shown cost a look at what is shown.
   */
  taking(ids: Set<Id>, flips: boolean): SelectedIds<Id> {
    const { order } = this;
    const flags = this.flags.slice();
    let shown = this.size - this.unshown.size;
    for (let index = 0; index < flags.length; index += 1) {
      const id = order.idAt(index);
      if (id === undefined || !ids.delete(id)) continue;
      const selected = !flips || flags[index] === 0;
      shown += Number(selected) - (flags[index] ?? 0);
      flags[index] = Number(selected);
    }
    const stay = flips ? [...this.unshown].filter((id) => !ids.delete(id)) : this.unshown;
    for (const id of stay) ids.add(id);
    return new SelectedIds(order, flags, ids, shown + ids.size);
  }

  /** A copy with changes. */
  edit(change: (editor: SelectedIdsEditor<Id>) => void): SelectedIds<Id> {
    const { order } = this;
    const flags = this.flags.slice();
    let unshown: Set<Id> | undefined;
    let { size } = this;
    const setAt = (index: number, selected: boolean) => {
      // A place whose item is not loaded has no id by which it could be kept.
      if ((flags[index] === 1) === selected || (selected && order.idAt(index) === undefined)) return;
      flags[index] = selected ? 1 : 0;
      size += selected ? 1 : -1;
    };
    const setUnshown = (id: Id, selected: boolean) => {
      unshown ??= new Set(this.unshown);
      if (unshown.has(id) === selected) return;
      if (selected) unshown.add(id);
      else unshown.delete(id);
      size += selected ? 1 : -1;
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
      flipAt: (index) => setAt(index, flags[index] !== 1),
    });
    return new SelectedIds(order, flags, unshown ?? this.unshown, size);
  }
}

/** Flags what has come into the order and returns what still has not. */
function takeShown<Id extends string>(
  unshown: ReadonlySet<Id>,
  order: Order<Id>,
  from: number,
  flags: Uint8Array,
): ReadonlySet<Id> {
  if (unshown.size === 0) return unshown;
  const left = new Set(unshown);
  const take = (id: Id | undefined, index: number) => {
    if (id === undefined || index === -1 || !left.delete(id)) return;
    flags[index] = 1;
  };
  // Whichever is fewer: the new places, or the ids that may stand in them.
  if (order.length - from < unshown.size) {
    for (let index = from; index < order.length; index += 1) take(order.idAt(index), index);
  } else {
    for (const id of unshown) take(id, order.indexOf(id));
  }
  return left;
}
