import type { Query, QueryClient } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import type { CollectionId } from '~/contract/ids';
import type { Change } from './change';
import { foldListing, uncounted, viewOf } from './fold';
import { isSearched } from './item-view';
import { indexChanges, NO_CHANGES, type PendingChanges } from './pending-changes';
import { projectAssetCount } from './project-count';

/** Milliseconds by which a search index may be behind what was written. */
const TRAIL_MS = 60_000;

/**
 * What this browser has just done, for searches that do not know it yet: a listing by search that is read meanwhile is
 * folded once more, and a count by search that would take it back is read again later.
 */
export class TrailingSearch {
  private recent: { change: Change; at: number }[] = [];
  private indexed: PendingChanges | undefined;
  private leave: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts as they stood before the read on its way. */
  private readonly known = new WeakMap<Query, unknown>();

  constructor(
    private readonly queryClient: QueryClient,
    private readonly workspaceId: string,
    private readonly resolve: (id: CollectionId) => CollectionId,
  ) {}

  /** Takes note of a change that was confirmed just now. */
  note(change: Change): void {
    this.recent.push({ change, at: Date.now() });
    this.indexed = undefined;
    this.leave ??= this.watch();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), TRAIL_MS);
  }

  private watch(): () => void {
    return this.queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      const query = event.query as Query;
      const { action } = event;
      if (action.type === 'fetch' && this.isCount(query)) this.known.set(query, query.state.data);
      if (action.type !== 'success' || action.manual) return;
      if (this.isCount(query)) this.believe(query);
      else if (this.isListing(query)) foldListing(query, this.changes());
    });
  }

  /** A number does not tell whether what was done is in it: the one known before has it. */
  private believe(query: Query): void {
    const before = this.known.get(query);
    const { data } = query.state;
    if (typeof before !== 'number' || typeof data !== 'number') return;
    if (projectAssetCount(data, this.changes(), viewOf(query.queryKey)) !== data)
      query.setState({ data: before });
  }

  private changes(): PendingChanges {
    const since = Date.now() - TRAIL_MS;
    if (this.recent.some(({ at }) => at < since)) {
      this.recent = this.recent.filter(({ at }) => at >= since);
      this.indexed = undefined;
    }
    const all = this.recent.map(({ change }) => change);
    this.indexed ??=
      all.length === 0
        ? NO_CHANGES
        : uncounted({ records: [], changes: indexChanges(all, { resolve: this.resolve }) }).changes;
    return this.indexed;
  }

  private forget(): void {
    this.leave?.();
    this.leave = undefined;
    this.recent = [];
    void this.queryClient.invalidateQueries({ queryKey: queryKeys.assetCounts(this.workspaceId) });
  }

  private isListing({ queryKey }: Query): boolean {
    return startsWith(queryKey, queryKeys.assetLists(this.workspaceId)) && isSearched(viewOf(queryKey));
  }

  private isCount({ queryKey }: Query): boolean {
    return startsWith(queryKey, queryKeys.assetCounts(this.workspaceId));
  }
}

function startsWith(key: readonly unknown[], start: readonly unknown[]): boolean {
  return start.every((part, at) => part === key[at]);
}
