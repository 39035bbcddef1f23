/** What is known of gathered items without looking at them again. */
export interface Weight<T> {
  /** The figure that was added up; 0 where an item does not say. */
  readonly figureOf: (item: T) => number;
  readonly sum: number;
  readonly unknown: number;
  /** The filters that let every one of them in. */
  readonly filters: object;
}

/**
 * Items on their way into a selection, and their ids, put together and weighed one after the other: with 100,000 of
 * them, doing that at the end would hold the page up for frames. Who selects them takes both over.
 */
export class Gathered<T extends { readonly id: string }> {
  readonly items = new Map<T['id'], T>();
  readonly ids = new Set<T['id']>();
  private sum = 0;
  private unknown = 0;

  /** `weighing`: the figure to be added up, and the filters by which the items are read. */
  constructor(private readonly weighing?: Pick<Weight<T>, 'figureOf' | 'filters'>) {}

  static of<T extends { readonly id: string }>(items: Iterable<T>): Gathered<T> {
    const gathered = new Gathered<T>();
    for (const item of items) gathered.add(item);
    return gathered;
  }

  get size(): number {
    return this.ids.size;
  }

  get weight(): Weight<T> | undefined {
    const { weighing, sum, unknown } = this;
    return weighing && { ...weighing, sum, unknown };
  }

  add(item: T): void {
    this.leaveOut(item.id);
    this.items.set(item.id, item);
    this.ids.add(item.id);
    this.weigh(item, 1);
  }

  leaveOut(id: T['id']): void {
    const item = this.items.get(id);
    if (!item) return;
    this.items.delete(id);
    this.ids.delete(id);
    this.weigh(item, -1);
  }

  private weigh(item: T, times: 1 | -1): void {
    const figure = this.weighing?.figureOf(item) ?? 0;
    this.sum += times * figure;
    if (figure === 0) this.unknown += times;
  }
}
