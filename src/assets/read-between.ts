import { ApiError } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import { eachPage } from '~/api/each-page';
import type { Workspace } from '~/workspaces/workspace';
import { type AssetFilters, canonicalFilters } from './asset-filters';
import { readPatiently } from './read-patiently';
import { Gathered } from './selection/gathered';
import { sizeOf } from './size-of';
import { dateOf, readPage } from './windows/window-queries';
import { dateFieldOf } from './windows/window-start';

interface ReadBetweenOptions {
  workspace: Workspace;
  filters: AssetFilters;
  /** The ends of the range, in the order listed. */
  first: AssetSummary;
  last: AssetSummary;
  signal: AbortSignal;
  /** How many of the range have been read so far. */
  onProgress: (done: number) => void;
}

/** Every asset from one to another, both included, whatever of it is loaded. Fails where an end is no longer listed. */
export async function readBetween(options: ReadBetweenOptions): Promise<Gathered<AssetSummary>> {
  const { first, last, signal, onProgress } = options;
  // Whoever goes on looking around is not to wait for a long range.
  const workspace = { ...options.workspace, client: options.workspace.client.at('background') };
  const filters = canonicalFilters(options.filters);
  const at = dateFieldOf(filters) && dateOf(filters, first);
  const found = new Gathered<AssetSummary>({ figureOf: sizeOf, filters: options.filters });
  const pages = eachPage((token) =>
    readPatiently(() => readPage(workspace, filters, { at, token }, signal), signal),
  );
  for await (const { items } of pages) {
    for (const asset of items) {
      // Rows of the same date may stand before the first one.
      if (found.size === 0 && asset.id !== first.id) continue;
      found.add(asset);
      if (asset.id === last.id) return found;
    }
    onProgress(found.size);
  }
  throw new ApiError('unusable', 'The listing has changed: one end of the range is no longer in it.');
}
