/**
 * Items on their way into a selection, and their ids, put together one after the other: with 100,000 of them, making
 * a map and a set of them at the end would hold the page up for frames. Who selects them takes both over.
 */
export class Gathered<T extends { readonly id: string }> {
  readonly items = new Map<T['id'], T>();
  readonly ids = new Set<T['id']>();

  static of<T extends { readonly id: string }>(items: Iterable<T>): Gathered<T> {
    const gathered = new Gathered<T>();
    for (const item of items) gathered.add(item);
    return gathered;
  }

  get size(): number {
    return this.ids.size;
  }

  add(item: T): void {
    this.items.set(item.id, item);
    this.ids.add(item.id);
  }

  leaveOut(id: T['id']): void {
    this.items.delete(id);
    this.ids.delete(id);
  }
}
