import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { queryKeys } from '~/api/query-keys';
import { type ItemView, isInView, matchesFilters } from './item-view';
import type { ItemChange, PendingChanges } from './pending-changes';
import { projectItem } from './project-item';

/**
 * What a confirmed change means for caches that cannot take it. Listings into which something may have come that only
 * the server can tell (text, dates) are read again: on screen at once if they have one page, else at the next visit.
 * What is known of destroyed assets and collections is let go, unless it is being looked at.
 */
export function refreshAfterFact(
  queryClient: QueryClient,
  workspaceId: string,
  changes: PendingChanges,
): void {
  const drop = (queryKey: readonly unknown[]) =>
    queryClient.removeQueries({ queryKey, exact: true, type: 'inactive' });
  for (const [id, { deleted }] of changes.assets) {
    if (!deleted) continue;
    drop(queryKeys.assetDetail(workspaceId, id));
    // Who looks at it must not go on as if it were there: what it reads now is that there is none.
    void queryClient.resetQueries({ queryKey: queryKeys.assetDetail(workspaceId, id), exact: true });
    drop(queryKeys.assetText(workspaceId, id));
    drop(queryKeys.assetSound(workspaceId, id));
  }
  for (const id of changes.deletedCollections) {
    drop(queryKeys.collectionDetail(workspaceId, id));
    void queryClient.resetQueries({ queryKey: queryKeys.collectionDetail(workspaceId, id), exact: true });
    drop(queryKeys.newestAsset(workspaceId, id));
  }
  for (const { queryKey, state } of queryClient
    .getQueryCache()
    .findAll({ queryKey: queryKeys.assetLists(workspaceId) })) {
    const view: ItemView = queryKey[3] ?? {};
    if (view.collectionId !== undefined && changes.deletedCollections.has(view.collectionId)) {
      drop(queryKey);
    } else if (mayGain(view, changes)) {
      const pages = (state.data as InfiniteData<unknown> | undefined)?.pages.length ?? 0;
      const refetchType = pages > 1 ? 'none' : 'active';
      void queryClient.invalidateQueries({ queryKey, exact: true, refetchType });
    }
  }
}

/** Whether something enters the view by this change, as far as this side can tell, and only text or dates are open. */
function mayGain(view: ItemView, changes: PendingChanges): boolean {
  for (const change of changes.assets.values()) {
    if (change.deleted) continue;
    const after = projectItem(change.item, change, changes);
    const enters = isInView(view, after.collectionIds) && !wasInView(view, change);
    if (enters && matchesFilters(view, after) === undefined) return true;
  }
  return false;
}

function wasInView(view: ItemView, { item, memberships }: ItemChange<AssetSummary>): boolean {
  const before = new Set(item.collectionIds);
  for (const [id, { was }] of memberships) {
    if (was) before.add(id);
    else before.delete(id);
  }
  return isInView(view, [...before]);
}
