import type { Order } from '../selection/selected-ids';
import { type PlacedPart, placeParts, type SequencePart } from './sequence-part';

/** What a grid needs of an item. Width and height are pixels, 0 where the kind has none. */
export interface GridItem<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** Where each id stands: number of its part and place in it, as one number. Shared by versions while parts are added. */
interface IdIndex<Id extends string> {
  readonly places: Map<Id, number>;
  parts: number;
}

/** Items of one part, at most; ids of more than that are not found again. */
const PART_SIZE = 2 ** 20;

/**
 * The items of a listing by their position in the whole of it. Only what has been read is there: `itemAt` answers
 * undefined for the rest. Each id stands once; where two pages have it, it stays with the one that came first.
 * A version never changes: adding a page makes a new one that reads that page alone.
 */
export class ItemSequence<T extends GridItem<Id>, Id extends string = T['id']> {
  static empty<T extends GridItem<Id>, Id extends string = T['id']>(): ItemSequence<T, Id> {
    return new ItemSequence<T, Id>([], 0, { places: new Map<Id, number>(), parts: 0 });
  }

  /** Items that are there. */
  readonly loaded: number;
  private readonly partCount: number;
  private readonly numbered: (PlacedPart<T> | undefined)[] = [];
  private last = 0;

  private constructor(
    readonly parts: readonly PlacedPart<T>[],
    /** Positions of the whole listing, read or not. */
    readonly length: number,
    private readonly ids: IdIndex<Id>,
  ) {
    let loaded = 0;
    for (const part of parts) {
      this.numbered[part.number] = part;
      loaded += part.items?.length ?? 0;
    }
    this.loaded = loaded;
    this.partCount = ids.parts;
  }

  /** Undefined where nothing has been read, or where it is no longer kept. */
  itemAt(index: number): T | undefined {
    const part = this.parts[this.partAt(index)];
    return part?.items?.[index - part.start];
  }

  idAt(index: number): Id | undefined {
    return this.itemAt(index)?.id;
  }

  /** -1 where the id is not loaded. */
  indexOf(id: Id): number {
    const place = this.ids.places.get(id);
    if (place === undefined) return -1;
    const part = this.numbered[Math.floor(place / PART_SIZE)];
    return part?.items ? part.start + (place % PART_SIZE) : -1;
  }

  find(id: Id): T | undefined {
    return this.itemAt(this.indexOf(id));
  }

  /** Width ÷ height of what stands or stood at a position; a square where that is not known. */
  aspectAt(index: number): number {
    const part = this.parts[this.partAt(index)];
    return part ? aspectIn(part, index - part.start) : 1;
  }

  /** The number in `parts` of the last part that begins at or before a position; -1 before the first. */
  partAt(index: number): number {
    const { parts } = this;
    const near = parts[this.last];
    const next = parts[this.last + 1];
    if (near && near.start <= index && (!next || index < next.start)) return this.last;
    let low = -1;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((parts[middle]?.start ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    this.last = Math.max(0, low);
    return low;
  }

  /** A copy of the items that are there, in order. */
  toArray(): T[] {
    return this.parts.flatMap(({ items }) => items ?? []);
  }

  /** How many leading positions this one has in common with `other` by construction, without comparing them. */
  sharedWith(other: Order<Id>): number {
    if (!(other instanceof ItemSequence)) return 0;
    let shared = 0;
    for (const [at, part] of this.parts.entries()) {
      if (part !== other.parts[at]) break;
      shared = part.start + part.length;
    }
    return shared;
  }

  /** The stretches of positions from one up to another (not included) at which something is loaded. */
  *loadedIn(from: number, to: number): Generator<readonly [from: number, to: number], void> {
    for (let at = Math.max(0, this.partAt(from)); at < this.parts.length; at += 1) {
      const part = this.parts[at];
      if (!part || part.start >= to) return;
      const first = Math.max(from, part.start);
      const end = Math.min(to, part.start + part.length);
      if (part.items && first < end) yield [first, end];
    }
  }

  /** The sequence for these pages without gaps; pages that are the same objects as before are not read again. */
  update(pages: readonly (readonly T[])[]): ItemSequence<T, Id> {
    return this.place(
      pages.map((items, key) => ({ key, items, gap: 0, breaks: key === 0 })),
      0,
    );
  }

  /** The sequence for these parts, with `tail` unread positions behind the last. Parts with the same items are not read again. */
  place(parts: readonly SequencePart<T>[], tail: number): ItemSequence<T, Id> {
    const before = new Map(this.parts.map((part) => [part.key, part]));
    const kept = parts.filter(({ key, items }) => isSame(before.get(key), items)).length;
    // Ids of parts that went would be taken for doubles: without them the index is made anew.
    const grows = kept === this.parts.length && this.ids.parts === this.partCount;
    const isSameList = kept === parts.length && kept === this.parts.length;
    if (isSameList && this.isPlacedAs(parts, tail)) return this;
    const ids = grows ? this.ids : { places: new Map<Id, number>(), parts: 0 };

    const read = new Map<number, Pick<PlacedPart<T>, 'number' | 'items'>>();
    for (const { key, items } of parts.toSorted((a, b) => a.key - b.key)) {
      const known = before.get(key);
      if (grows && known && isSame(known, items)) read.set(key, known);
      else read.set(key, addPart(ids, items));
    }
    const placed = placeParts(parts, read, before, aspectIn);
    return new ItemSequence<T, Id>(placed.parts, placed.end + Math.max(0, tail), ids);
  }

  private isPlacedAs(parts: readonly SequencePart<T>[], tail: number): boolean {
    const last = this.parts.at(-1);
    const end = last ? last.start + last.length : 0;
    return (
      this.length === end + Math.max(0, tail) &&
      parts.every(({ key, gap }, index) => this.parts[index]?.key === key && this.parts[index]?.gap === gap)
    );
  }
}

function isSame<T>(known: PlacedPart<T> | undefined, items: readonly T[] | undefined): boolean {
  return known !== undefined && known.source === items;
}

/** Takes the ids of a part into the index; what stands in an earlier one is left out. */
function addPart<T extends GridItem<Id>, Id extends string>(
  ids: IdIndex<Id>,
  items: readonly T[] | undefined,
): Pick<PlacedPart<T>, 'number' | 'items'> {
  const number = ids.parts;
  ids.parts += 1;
  if (!items) return { number, items };
  const kept: T[] = [];
  for (const item of items) {
    if (ids.places.has(item.id)) continue;
    ids.places.set(item.id, number * PART_SIZE + kept.length);
    kept.push(item);
  }
  return { number, items: kept.length === items.length ? items : kept };
}

function aspectIn<T extends GridItem>({ items, shapes }: PlacedPart<T>, index: number): number {
  const item = items?.[index];
  if (item) return item.width > 0 && item.height > 0 ? item.width / item.height : 1;
  return shapes?.[index] ?? 1;
}
