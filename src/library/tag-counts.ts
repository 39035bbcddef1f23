import type { WriteTransaction } from './storage';

/** Collects how often each tag came and went in one transaction. Call `flush` last. */
export class TagCounts {
  readonly #changes = new Map<string, number>();

  /** Notes the tags of an own record before and after. */
  replace(before: readonly string[], after: readonly string[]): void {
    for (const tag of new Set(before)) this.#changes.set(tag, (this.#changes.get(tag) ?? 0) - 1);
    for (const tag of new Set(after)) this.#changes.set(tag, (this.#changes.get(tag) ?? 0) + 1);
  }

  /** Writes the new counts; a tag nothing carries any more is forgotten. */
  async flush(tx: WriteTransaction, now: string): Promise<void> {
    const changed = [...this.#changes].filter(([, by]) => by !== 0);
    this.#changes.clear();
    const stored = await tx.getMany(
      'tags',
      changed.map(([tag]) => tag),
    );
    for (const [at, [tagName, by]] of changed.entries()) {
      const before = stored[at];
      const itemCount = (before?.itemCount ?? 0) + by;
      if (itemCount > 0) {
        tx.put('tags', { tagName, itemCount, createdAt: before?.createdAt ?? now, updatedAt: now });
      } else if (before) {
        tx.delete('tags', tagName);
      }
    }
  }
}
