import type { QueryClient } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { getCollection } from '~/api/collections';
import type { Page } from '~/api/page';
import { readInBulk } from '~/assets/read-in-bulk';
import { rereadAsset } from '~/assets/reread-asset';
import type { Collection } from '~/contract/collection';
import type { Workspace } from '~/workspaces/workspace';
import { collectionQueries } from './collection-queries';

interface LostCover {
  queryClient: QueryClient;
  workspace: Workspace;
  collection: Collection;
  /** The asset whose picture stood in, where it was not the thumbnail that did not load. */
  standIn: AssetSummary | undefined;
}

/**
 * Reads again what a cover came from that did not load: signed addresses run out. The caches get the new ones. Whether the
 * asset of the thumbnail is no more.
 */
export async function rereadCover({
  queryClient,
  workspace,
  collection,
  standIn,
}: LostCover): Promise<boolean> {
  if (standIn) {
    await rereadAsset(queryClient, workspace, standIn);
    return false;
  }
  const { thumbnail } = await getCollection(workspace.client.at('background'), collection.id);
  if (thumbnail && thumbnail.url === collection.thumbnail?.url)
    return (await readInBulk(workspace, thumbnail.assetId)) === undefined;
  if (thumbnail === undefined) return false;
  const renewed = (one: Collection) => (one.id === collection.id ? { ...one, thumbnail } : one);
  queryClient.setQueryData(
    collectionQueries.list(workspace).queryKey,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page): Page<Collection> => ({ ...page, items: page.items.map(renewed) })),
      },
  );
  queryClient.setQueryData(
    collectionQueries.detail(workspace, collection.id).queryKey,
    (data) => data && renewed(data),
  );
  return thumbnail === null;
}
