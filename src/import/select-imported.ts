import { getAssetsInBulk } from '~/api/assets';
import type { AssetSummary } from '~/api/asset-summary';
import { selectionOf } from '~/assets/selection/selection-store';
import { LIMITS } from '~/contract/limits';
import type { Workspace } from '~/workspaces/workspace';
import type { ImportSession } from './import-state';

/** Selects exactly what a session brought in, at the place it went to: what came is what is worked on next. */
export async function selectImported(
  workspace: Workspace,
  { files, target }: Pick<ImportSession, 'files' | 'target'>,
): Promise<void> {
  const ids = [...new Set(files.flatMap(({ assetId }) => assetId ?? []))];
  const assets: AssetSummary[] = [];
  for (let from = 0; from < ids.length; from += LIMITS.idsPerBulkRead) {
    const some = ids.slice(from, from + LIMITS.idsPerBulkRead);
    // Thousands at once would only meet the rate limit.
    // oxlint-disable-next-line no-await-in-loop
    assets.push(...(await getAssetsInBulk(workspace.client, some)));
  }
  const place = target.collectionId === undefined ? 'assets' : `collections/${target.collectionId}`;
  const selection = selectionOf<AssetSummary>(workspace, place);
  selection.clear();
  selection.include(assets);
}
