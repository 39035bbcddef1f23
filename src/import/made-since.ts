import type { AssetSummary } from '~/api/asset-summary';
import { listAssets } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';

/** What was made since a moment of the workspace's clock (ISO 8601), newest first: at most so many pages of 100. */
export async function listMadeSince(
  client: ApiClient,
  since: string,
  mostPages: number,
  signal = new AbortController().signal,
): Promise<AssetSummary[]> {
  const newest = { sortBy: 'createdAt', sortDirection: 'desc', pageSize: LIMITS.assetsPage.max } as const;
  const made: AssetSummary[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const ask = { ...newest, ...(token !== undefined && { paginationToken: token }) };
    // Each token comes with the page before it.
    // oxlint-disable-next-line no-await-in-loop
    const { items, next } = await listAssets(client, ask, signal);
    const fresh = items.filter(({ createdAt }) => createdAt >= since);
    made.push(...fresh);
    if (fresh.length < items.length || next === undefined) break;
    token = next;
  }
  return made;
}

/** Whether a file that was sent to those collections may have become this asset: a workspace says no more of what it got. */
export function isAssetOf(
  asset: AssetSummary,
  { name, size }: { name: string; size: number },
  collectionIds: readonly CollectionId[],
): boolean {
  return (
    asset.name === name.trim() &&
    asset.size === size &&
    collectionIds.every((id) => asset.collectionIds.includes(id))
  );
}
