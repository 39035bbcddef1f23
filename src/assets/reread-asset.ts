import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { queryKeys } from '~/api/query-keys';
import type { Workspace } from '~/workspaces/workspace';
import type { AssetPage } from './asset-queries';
import { readInBulk } from './read-in-bulk';
import { createReadLately } from './read-lately';

const wasReadLately = createReadLately();

/**
 * Reads an asset again whose picture or file did not load: its addresses are signed and run out. What is shown of it
 * anywhere gets the new ones. False where there are none, or where it was read only a moment ago.
 */
export async function rereadAsset(
  queryClient: QueryClient,
  workspace: Workspace,
  { id, url, thumbnailUrl }: Pick<AssetSummary, 'id' | 'url' | 'thumbnailUrl'>,
): Promise<boolean> {
  if (wasReadLately(workspace, id)) return false;
  const fresh = await readInBulk(workspace, id).catch(() => undefined);
  if (!fresh || (fresh.url === url && fresh.thumbnailUrl === thumbnailUrl)) return false;
  putAddresses(queryClient, workspace.id, fresh);
  return true;
}

function putAddresses(queryClient: QueryClient, workspaceId: string, fresh: AssetSummary): void {
  const renewed = <T extends AssetSummary | null>(item: T): T =>
    item?.id === fresh.id ? { ...item, url: fresh.url, thumbnailUrl: fresh.thumbnailUrl } : item;
  const lists = { queryKey: queryKeys.assetLists(workspaceId) };
  for (const { queryKey, state } of queryClient.getQueryCache().findAll(lists)) {
    const data = state.data as InfiniteData<AssetPage> | undefined;
    if (!data?.pages.some(({ items }) => items.some(({ id }) => id === fresh.id))) continue;
    const pages = data.pages.map((page) =>
      page.items.some(({ id }) => id === fresh.id) ? { ...page, items: page.items.map(renewed) } : page,
    );
    queryClient.setQueryData(queryKey, { ...data, pages }, { updatedAt: state.dataUpdatedAt });
  }
  const single = [queryKeys.newestAssets(workspaceId), queryKeys.assetPicture(workspaceId, fresh.id)];
  for (const { queryKey, state } of single.flatMap((key) =>
    queryClient.getQueryCache().findAll({ queryKey: key }),
  ))
    if ((state.data as AssetSummary | null | undefined)?.id === fresh.id)
      queryClient.setQueryData(queryKey, fresh, { updatedAt: state.dataUpdatedAt });
  void queryClient.invalidateQueries({ queryKey: queryKeys.assetDetail(workspaceId, fresh.id), exact: true });
}
