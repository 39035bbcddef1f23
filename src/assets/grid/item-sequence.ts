/** What a grid needs of an item. Width and height are pixels, 0 where the kind has none. */
export interface GridItem<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The items of all loaded pages in order, each id once (offset listings may answer a row twice). Pages are appended
 * without touching what is there: versions share one array and one map, and each sees only its own length.
 */
export class ItemSequence<T extends GridItem<Id>, Id extends string = T['id']> {
  static empty<T extends GridItem<Id>, Id extends string = T['id']>(): ItemSequence<T, Id> {
    return new ItemSequence<T, Id>([], [], [], new Map());
  }

  private constructor(
    private readonly pages: readonly (readonly T[])[],
    /** Length of the sequence after each page. */
    private readonly ends: readonly number[],
    private readonly all: T[],
    private readonly indexes: Map<Id, number>,
    readonly length = all.length,
  ) {}

  itemAt(index: number): T | undefined {
    return index < this.length ? this.all[index] : undefined;
  }

  idAt(index: number): Id | undefined {
    return this.itemAt(index)?.id;
  }

  indexOf(id: Id): number {
    const index = this.indexes.get(id);
    return index !== undefined && index < this.length ? index : -1;
  }

  find(id: Id): T | undefined {
    return this.itemAt(this.indexOf(id));
  }

  /** A copy of the items shown, for whoever needs a plain array. */
  toArray(): T[] {
    return this.all.slice(0, this.length);
  }

  /** How many leading items this one has in common with `other` by construction, without comparing them. */
  sharedWith(other: ItemSequence<T, Id>): number {
    return this.all === other.all ? Math.min(this.length, other.length) : 0;
  }

  /** The sequence for these pages; pages that are the same objects as before are not read again. */
  update(pages: readonly (readonly T[])[]): ItemSequence<T, Id> {
    let same = 0;
    while (same < pages.length && pages[same] === this.pages[same]) same += 1;
    if (same === pages.length && same === this.pages.length) return this;
    const kept = same === 0 ? 0 : (this.ends[same - 1] ?? 0);
    const appends = same === this.pages.length && this.all.length === this.length;
    const all = appends ? this.all : this.all.slice(0, kept);
    const indexes = appends ? this.indexes : new Map(all.map((item, index) => [item.id, index]));
    const ends = this.ends.slice(0, same);
    for (const page of pages.slice(same)) {
      for (const item of page) {
        if (indexes.has(item.id)) continue;
        indexes.set(item.id, all.length);
        all.push(item);
      }
      ends.push(all.length);
    }
    return new ItemSequence<T, Id>(pages, ends, all, indexes);
  }
}
