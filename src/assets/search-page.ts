import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { getAssetsInBulk, searchAssets } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import type { Page } from '~/api/page';
import { LIMITS } from '~/contract/limits';
import type { SearchAssetsBody } from '~/contract/search';

/** One page of a search, from an offset on; `next` is the offset after it as text. */
export async function searchPage(
  client: ApiClient,
  body: SearchAssetsBody,
  offset: number,
  signal: AbortSignal,
): Promise<Page<AssetSummary>> {
  const limit = LIMITS.searchPage.max;
  const { items, unusable, total } = await searchAssets(client, { ...body, offset, limit }, signal);
  const received = items.length + unusable;
  // The estimated total is unreliable, so a short page ends the search only where both agree.
  const ended = received === 0 || (received < limit && total !== undefined && offset + received >= total);
  return {
    items: await filled(client, items, signal),
    unusable,
    next: ended ? undefined : String(offset + received),
  };
}

/** A hit of the contract is less than an asset: what tiles show of it and it lacks is asked for, in one request. */
async function filled(
  client: ApiClient,
  items: readonly AssetSummary[],
  signal: AbortSignal,
): Promise<readonly AssetSummary[]> {
  const lacking = items.filter(lacksSomething).map(({ id }) => id);
  if (lacking.length === 0) return items;
  try {
    const records = await getAssetsInBulk(client, lacking, signal);
    const whole = new Map(records.map((asset) => [asset.id, asset]));
    return items.map((item) => whole.get(item.id) ?? item);
  } catch (thrown) {
    // What was found is worth more than the rest of it.
    if (thrown instanceof ApiError) return items;
    throw thrown;
  }
}

/** Hits never have a length; dates, addresses and pixels are promised, and may be missing all the same. */
function lacksSomething({ kind, createdAt, url, width, height }: AssetSummary): boolean {
  if (kind === 'video' || kind === 'audio') return true;
  if (createdAt === '' || url === '') return true;
  return kind.startsWith('image') && (width === 0 || height === 0);
}
