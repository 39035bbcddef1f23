import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { type BatchStore, resolveCollectionId } from './batch-store';
import type { Change } from './change';
import { foldFact, uncounted } from './fold';
import { indexChanges, type PendingChanges } from './pending-changes';
import { keepProjection } from './project-pages';
import { TrailingSearch } from './trailing-search';

type AssetPages = InfiniteData<Page<AssetSummary>>;

interface FolderOptions {
  workspace: Workspace;
  queryClient: QueryClient;
  store: BatchStore;
}

/** Writes what the server has confirmed into the caches of this tab. */
export class FactFolder {
  private readonly trailing: TrailingSearch | undefined;

  constructor(private readonly options: FolderOptions) {
    const { workspace, queryClient } = options;
    // The built-in search sees a write at once.
    if (workspace.kind === 'remote')
      this.trailing = new TrailingSearch(queryClient, workspace.id, this.resolve);
  }

  /** Folds a confirmed change, with the record of its collection where the server answered one. */
  fold(change: Change, record: Collection | undefined): void {
    const { queryClient, workspace } = this.options;
    foldFact(queryClient, workspace.id, { changes: this.indexOf(change), records: record ? [record] : [] });
    this.trailing?.note(change);
    this.note(change);
  }

  /**
   * Folds what was confirmed some time ago, unheard here. Rows come and go once; numbers may have been read before or
   * since, so they are read again.
   */
  foldLate(done: readonly Change[]): void {
    const { queryClient, workspace } = this.options;
    for (const change of done) {
      foldFact(queryClient, workspace.id, uncounted({ changes: this.indexOf(change), records: [] }));
      this.note(change);
    }
    for (const queryKey of [
      queryKeys.collectionList(workspace.id),
      queryKeys.collectionDetails(workspace.id),
      queryKeys.assetCounts(workspace.id),
    ])
      void queryClient.invalidateQueries({ queryKey });
  }

  /**
   * Before something that is shown already is folded and leaves what is pending: gives what tells the views, after it,
   * that they show the same as before.
   */
  holdViews(): () => void {
    const { queryClient, workspace, store } = this.options;
    const before = store.getState().changes;
    const lists = queryClient
      .getQueryCache()
      .findAll({ queryKey: queryKeys.assetLists(workspace.id) })
      .map((query) => [query, query.state.data as AssetPages | undefined] as const);
    return () => {
      const after = store.getState().changes;
      for (const [query, data] of lists) {
        const now = query.state.data as AssetPages | undefined;
        if (data && now) keepProjection([data, before], [now, after]);
      }
    };
  }

  /** Takes note of a change that the caches, read later, will have: snapshots of what is pending are older. */
  note(change: Change): void {
    this.options.store.getState().known.note(change, this.resolve);
  }

  /** What cannot be derived from the change is read again, one request each, once per batch. */
  refreshDerived(changes: readonly Change[]): void {
    const { queryClient, workspace } = this.options;
    const touched = indexChanges(changes, { resolve: this.resolve });
    for (const id of touched.collections.keys()) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.newestAsset(workspace.id, id) });
    }
    // Private and public models are read one after the other: one that came in between may stand on neither page.
    if (touched.models.size > 0) {
      void queryClient.invalidateQueries({
        queryKey: queryKeys.modelLists(workspace.id),
        predicate: ({ queryKey: [, , , view] }) => {
          const { collectionId } = (view ?? {}) as { collectionId?: CollectionId };
          return collectionId !== undefined && touched.collections.has(collectionId);
        },
      });
    }
    if (changes.some(({ kind }) => kind === 'tag'))
      void queryClient.invalidateQueries({ queryKey: queryKeys.tags(workspace.id) });
  }

  private indexOf(change: Change): PendingChanges {
    const { known } = this.options.store.getState();
    return indexChanges([change], { resolve: this.resolve, current: (item) => known.current(item) });
  }

  private readonly resolve = (id: CollectionId): CollectionId =>
    resolveCollectionId(this.options.store.getState().aliases, id);
}
