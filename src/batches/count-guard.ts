import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { isSending, isSettled } from './batch';
import { type BatchStore, resolveCollectionId } from './batch-store';
import { collectionsOf } from './change';

/**
 * A number that is read while a request is on its way may count what that request does, or may not, and nothing in
 * it tells. Such a number is not believed: the one known before stays until the answer brings the next, for what is
 * pending is shown on top of it.
 */
export class CountGuard {
  /** Data before the read that is on its way. */
  private readonly known = new WeakMap<Query, unknown>();
  private readonly doubtful = new Set<Query>();
  /** Totals that were not believed: read again when everything has settled. */
  private readonly unread = new Set<Query>();
  private readonly touched = new Set<CollectionId>();
  private isActive = false;

  constructor(
    private readonly queryClient: QueryClient,
    private readonly workspaceId: string,
    private readonly store: BatchStore,
  ) {}

  /** Begins to watch; the function given back ends it. */
  watch(): () => void {
    const leaveStore = this.store.subscribe(() => this.look());
    const leaveCache = this.queryClient.getQueryCache().subscribe((event) => {
      const query = event.query as Query;
      if (event.type === 'removed') this.doubtful.delete(query);
      if (event.type !== 'updated' || !this.isCounted(query)) return;
      const { action } = event;
      if (action.type === 'fetch' && this.isActive) this.doubtful.add(query);
      if (action.type === 'error') this.doubtful.delete(query);
      // An answer that has been folded in: from now on that is what is known.
      if (action.type === 'setState') this.known.set(query, query.state.data);
      if (action.type !== 'success') return;
      if (!action.manual && (this.isActive || this.doubtful.has(query))) this.restore(query);
      if (!action.manual) this.doubtful.delete(query);
      this.known.set(query, query.state.data);
    });
    return () => {
      leaveStore();
      leaveCache();
    };
  }

  private look(): void {
    const { batches, aliases } = this.store.getState();
    const running = batches.filter((batch) => !isSettled(batch));
    const isActive = isSending(batches);
    if (isActive) {
      for (const { pending, done } of running)
        for (const change of [...pending, ...done])
          for (const id of collectionsOf(change) ?? []) this.touched.add(resolveCollectionId(aliases, id));
    }
    if (isActive && !this.isActive) {
      for (const query of this.counted()) {
        this.known.set(query, query.state.data);
        if (query.state.fetchStatus === 'fetching') this.doubtful.add(query);
      }
    }
    this.isActive = isActive;
    if (running.length === 0) this.finish();
  }

  private finish(): void {
    if (this.doubtful.size === 0) this.touched.clear();
    const again = [...this.unread];
    this.unread.clear();
    for (const { queryKey } of again) void this.queryClient.invalidateQueries({ queryKey, exact: true });
  }

  private restore(query: Query): void {
    const known = this.known.get(query);
    const read = query.state.data;
    if (known === undefined || read === undefined) return;
    const next = typeof read === 'number' ? known : this.withKnownCounts(read, known);
    if (next === read) return;
    if (typeof read === 'number') this.unread.add(query);
    this.queryClient.setQueryData(query.queryKey, next, { updatedAt: query.state.dataUpdatedAt });
  }

  /** What is cached under a key is known by the key alone: a list in pages, or one record. */
  private withKnownCounts(read: unknown, known: unknown): unknown {
    const records = new Map(recordsOf(known).map((record) => [record.id, record]));
    let differs = false;
    const believed = (record: Collection): Collection => {
      const before = records.get(record.id);
      if (!before || !this.touched.has(record.id) || sameCounts(before, record)) return record;
      // With nothing on its way any more, a later record is the later truth.
      if (!this.isActive && record.updatedAt > before.updatedAt) return record;
      differs = true;
      // Of the time of its counts, for the answer that brings the next ones may be older than this read.
      const { assetCount, modelCount, itemCount, updatedAt } = before;
      return { ...record, assetCount, modelCount, itemCount, updatedAt };
    };
    const next = isPages(read)
      ? { ...read, pages: read.pages.map((page) => ({ ...page, items: page.items.map(believed) })) }
      : believed(read as Collection);
    return differs ? next : read;
  }

  private counted(): Query[] {
    const cache = this.queryClient.getQueryCache();
    return this.keys().flatMap((queryKey) => cache.findAll({ queryKey }));
  }

  private isCounted({ queryKey }: Query): boolean {
    return this.keys().some((key) => key.every((part, at) => part === queryKey[at]));
  }

  private keys(): readonly (readonly unknown[])[] {
    const { workspaceId } = this;
    return [
      queryKeys.collectionList(workspaceId),
      queryKeys.collectionDetails(workspaceId),
      queryKeys.assetCounts(workspaceId),
    ];
  }
}

function recordsOf(data: unknown): readonly Collection[] {
  return isPages(data) ? data.pages.flatMap(({ items }) => items) : [data as Collection];
}

function isPages(data: unknown): data is InfiniteData<Page<Collection>> {
  return typeof data === 'object' && data !== null && 'pages' in data;
}

function sameCounts(a: Collection, b: Collection): boolean {
  return a.assetCount === b.assetCount && a.modelCount === b.modelCount;
}
