import { notifyManager } from '@tanstack/react-query';
import type { Collection } from '~/contract/collection';
import type { Batch } from './batch';
import { aliasesOf, type BatchEvent, reduceBatch } from './batch-event';
import { type BatchStore, putAlias, putBatch } from './batch-store';
import { type Change, hasItems, sizeOf } from './change';
import type { FactFolder } from './fact-folder';

/** Milliseconds between two looks at a batch that goes on as expected. */
const INTERVAL = 250;

interface Fact {
  batchId: string;
  change: Change;
  record: Collection | undefined;
}

/**
 * Brings what becomes of batches before the person. Every view costs as much as the batch is large, and one of thousands
 * is answered thirty times a second: what goes as expected is shown a few times a second, all else at once. What is
 * confirmed is folded into the caches and leaves what is pending in one notification, so that nothing is ever shown
 * twice or not at all.
 */
export class ShownBatches {
  /** Batches that are further than the store shows. */
  private readonly ahead = new Map<string, { batch: Batch; left: readonly string[] }>();
  private readonly facts: Fact[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shownAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: BatchStore,
    private readonly folder: FactFolder,
  ) {}

  /** The batch as it is by now, shown or not. */
  find(batchId: string): Batch | undefined {
    return this.ahead.get(batchId)?.batch ?? this.inStore(batchId);
  }

  /** Takes an event; gives the batch after it. */
  take(batch: Batch, event: BatchEvent, record: Collection | undefined, lastEvent: number): Batch {
    const next = { ...reduceBatch(batch, event), lastEvent };
    const aliases = aliasesOf(batch, event);
    for (const change of next.done.slice(batch.done.length)) this.keep({ batchId: batch.id, change, record });
    this.put(next, next.pending === batch.pending || !('ids' in event) ? [] : event.ids);
    const canWait = aliases.length === 0 && this.goesAsExpected(next, event);
    if (canWait) this.showSoon();
    else
      notifyManager.batch(() => {
        for (const [from, to] of aliases) putAlias(this.store, from, to);
        this.show();
      });
    return next;
  }

  /** The same batch with something in it that nobody looks at. */
  note(batch: Batch): void {
    this.put(batch, []);
    this.showSoon();
  }

  /** Shows everything now. */
  show(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.shownAt = performance.now();
    const facts = this.facts.splice(0);
    const ahead = [...this.ahead.values()];
    this.ahead.clear();
    // Where all that leaves has become a fact, views show the same as before.
    const confirmed = facts.reduce((sum, { change }) => sum + (hasItems(change) ? sizeOf(change) : 0), 0);
    const isSame = confirmed > 0 && ahead.reduce((sum, { left }) => sum + left.length, 0) === confirmed;
    notifyManager.batch(() => {
      const keepViews = isSame ? this.folder.holdViews() : undefined;
      for (const { change, record } of facts) this.folder.fold(change, record);
      for (const { batch, left } of ahead) putBatch(this.store, batch, { settled: left });
      keepViews?.();
    });
  }

  private showSoon(): void {
    if (this.timer !== undefined) return;
    const due = this.shownAt + INTERVAL - performance.now();
    if (due <= 0) this.show();
    else this.timer = setTimeout(() => this.show(), due);
  }

  private goesAsExpected(next: Batch, { type }: BatchEvent): boolean {
    if (type === 'done' || type === 'left-out') return next.pending.length > 0;
    // Numbers read while something is on its way are not believed: that it is, must be seen before it is sent.
    if (type === 'sending') return (this.inStore(next.id)?.sent.length ?? 0) > 0;
    return type === 'refused' || type === 'progress';
  }

  private put(batch: Batch, left: readonly string[]): void {
    const before = this.ahead.get(batch.id)?.left ?? [];
    this.ahead.set(batch.id, { batch, left: [...before, ...left] });
  }

  /** Facts of one kind are folded as one. */
  private keep(fact: Fact): void {
    const last = this.facts.at(-1);
    const change = last?.batchId === fact.batchId ? joined(last.change, fact.change) : undefined;
    if (change) this.facts[this.facts.length - 1] = { ...fact, change, record: fact.record ?? last?.record };
    else this.facts.push(fact);
  }

  private inStore(batchId: string): Batch | undefined {
    return this.store.getState().batches.find(({ id }) => id === batchId);
  }
}

/** Items that enter or leave one collection in two steps as one; undefined for all else. */
function joined(first: Change, second: Change): Change | undefined {
  if (first.kind !== 'add' && first.kind !== 'remove') return undefined;
  if (second.kind !== first.kind || second.collectionId !== first.collectionId) return undefined;
  return {
    ...first,
    assets: [...first.assets, ...second.assets],
    models: [...first.models, ...second.models],
  };
}
