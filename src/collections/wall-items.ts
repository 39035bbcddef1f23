import type { ItemOrder } from '~/assets/grid/item-order';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';

/** A card: what tells it apart for as long as it is shown, and its collection. */
interface WallItem {
  readonly id: CollectionId;
  readonly collection: Collection;
}

/** The cards of a wall in their order; each key stands once. The first load can do without the far longer sequence of a grid. */
export class WallItems implements ItemOrder<CollectionId> {
  readonly #items: WallItem[] = [];
  readonly #places = new Map<CollectionId, number>();

  constructor(collections: readonly Collection[], keyOf: (id: CollectionId) => CollectionId) {
    for (const collection of collections) {
      const id = keyOf(collection.id);
      if (this.#places.has(id)) continue;
      this.#places.set(id, this.#items.length);
      this.#items.push({ id, collection });
    }
  }

  get length(): number {
    return this.#items.length;
  }

  itemAt(index: number): WallItem | undefined {
    return this.#items[index];
  }

  idAt(index: number): CollectionId | undefined {
    return this.#items[index]?.id;
  }

  indexOf(id: CollectionId): number {
    return this.#places.get(id) ?? -1;
  }
}
