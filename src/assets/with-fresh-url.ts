import { ApiError } from '~/api/api-error';
import { getAsset } from '~/api/assets';
import type { AssetId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';

/** Reads a file of an asset; where its signed address has run out the asset is read again and the file once more. */
export async function withFreshUrl<T>(
  { client }: Workspace,
  { id, url }: { id: AssetId; url: string },
  read: (url: string) => Promise<T>,
): Promise<T> {
  try {
    return await read(url);
  } catch (thrown) {
    // Answers of a CDN come without the headers that let a page read their status: they look like no answer at all.
    if (!(thrown instanceof ApiError) || thrown.kind === 'unavailable') throw thrown;
    const fresh = await getAsset(client, id);
    if (fresh.url === url) throw thrown;
    return read(fresh.url);
  }
}
