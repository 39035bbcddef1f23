import { ApiError } from '~/api/api-error';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import { getAsset, getAssetsInBulk } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import type { AssetId } from '~/contract/ids';
import { canWrite } from '~/workspaces/workspace';
import { bulkReader } from './bulk-reader';

/** One asset; those asked for in the same moment are one request. Undefined where there is none of this id. */
export const readInBulk = bulkReader<AssetId, AssetSummary>(async (workspace, ids) => {
  const { client } = workspace;
  if (canWrite(workspace)) return getAssetsInBulk(client, ids);
  // Public access reads records one at a time.
  const found = await Promise.all(ids.map(async (id) => readOne(client, id)));
  return found.filter((asset) => asset !== undefined);
});

async function readOne(client: ApiClient, id: AssetId): Promise<AssetSummary | undefined> {
  try {
    return summarizeAsset(await getAsset(client.at('ahead'), id));
  } catch (thrown) {
    if (thrown instanceof ApiError && (thrown.kind === 'not-found' || thrown.kind === 'forbidden'))
      return undefined;
    throw thrown;
  }
}
