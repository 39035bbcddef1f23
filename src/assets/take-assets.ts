import type { AssetSummary } from '~/api/asset-summary';
import { getAssetPrompts } from '~/api/assets';
import { ApiError } from '~/api/api-error';
import type { AssetId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import { copyText } from '~/ui/copy-text';
import { toasts } from '~/ui/toasts';
import type { Workspace } from '~/workspaces/workspace';
import { formatCount } from '~/ui/format-facts';

/** Ids, one a line. */
export async function copyIds(assets: readonly AssetSummary[]): Promise<void> {
  await copyText(assets.map(({ id }) => id).join('\n'), `Copied ${counted(assets.length, 'id')}`);
}

/** Addresses that open each asset over the library, one a line. */
export async function copyLinks({ id, kind }: Workspace, assets: readonly AssetSummary[]): Promise<void> {
  const base = `${location.origin}${import.meta.env.BASE_URL}${encodeURIComponent(id)}/assets?asset=`;
  const links = assets.map((asset) => base + encodeURIComponent(asset.id));
  const works = links.length === 1 ? 'it works' : 'they work';
  const where = kind === 'built-in' ? `: ${works} in this browser only` : '';
  await copyText(links.join('\n'), `Copied ${counted(links.length, 'link')}${where}`);
}

/** Prompts, a blank line between them; an asset without one is counted, never an empty line. */
export async function copyPrompts({ client }: Workspace, assets: readonly AssetSummary[]): Promise<void> {
  const prompts = new Map<AssetId, string>();
  try {
    for (let from = 0; from < assets.length; from += LIMITS.idsPerBulkRead) {
      const ids = assets.slice(from, from + LIMITS.idsPerBulkRead).map(({ id }) => id);
      // Thousands at once would only meet the rate limit.
      // oxlint-disable-next-line no-await-in-loop
      for (const [id, prompt] of await getAssetPrompts(client, ids)) prompts.set(id, prompt);
    }
  } catch (thrown) {
    const detail = thrown instanceof ApiError ? thrown.message : undefined;
    toasts.show({ text: 'The prompts could not be read', tone: 'danger', ...(detail && { detail }) });
    return;
  }
  const found = assets.flatMap(({ id }) => prompts.get(id) ?? []);
  if (found.length === 0) {
    toasts.show({ text: assets.length === 1 ? 'It has no prompt' : 'None of these has a prompt' });
    return;
  }
  const without = assets.length - found.length;
  const rest = without === 0 ? '' : ` · ${formatCount(without)} ${without === 1 ? 'has' : 'have'} none`;
  await copyText(found.join('\n\n'), `Copied ${counted(found.length, 'prompt')}${rest}`);
}

/** "the id", "3 ids". */
function counted(count: number, noun: string): string {
  return count === 1 ? `the ${noun}` : `${formatCount(count)} ${noun}s`;
}
