import type { AssetSummary } from '~/api/asset-summary';
import { searchAssets } from '~/api/assets';
import type { Page } from '~/api/page';
import { LIMITS } from '~/contract/limits';
import type { SearchAssetsBody } from '~/contract/search';
import type { Workspace } from '~/workspaces/workspace';

/** One page of a search, from an offset on; `next` is the offset after it as text. */
export async function searchPage(
  { client }: Workspace,
  body: SearchAssetsBody,
  offset: number,
  signal: AbortSignal,
): Promise<Page<AssetSummary>> {
  const limit = LIMITS.searchPage.max;
  const { items, unusable, total } = await searchAssets(client, { ...body, offset, limit }, signal);
  const received = items.length + unusable;
  // The estimated total is unreliable, so a short page ends the search only where both agree.
  const ended = received === 0 || (received < limit && total !== undefined && offset + received >= total);
  return { items, unusable, next: ended ? undefined : String(offset + received) };
}
