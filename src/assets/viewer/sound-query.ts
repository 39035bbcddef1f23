import { queryOptions } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import { getAssetBytes } from '~/api/assets';
import { queryKeys } from '~/api/query-keys';
import type { Workspace } from '~/workspaces/workspace';
import { withFreshUrl } from '../with-fresh-url';
import { peaksOf } from './loudness';

/** Bars of a drawn sound. */
const BARS = 240;
/** Samples a second kept while a sound is looked at: enough for the outline, a sixth of the memory. */
const SAMPLE_RATE = 8000;
/** Larger files are not read whole only to be drawn. */
const MOST_BYTES = 40_000_000;

/** Loudness over the length of a sound; null where it cannot be had: too large, or nothing this browser decodes. */
export const soundQuery = (workspace: Workspace, { id, url, size }: AssetSummary) =>
  queryOptions({
    queryKey: queryKeys.assetSound(workspace.id, id),
    queryFn: async ({ signal }): Promise<readonly number[] | null> => {
      const read = (from: string) => getAssetBytes(workspace.client, from, signal);
      const bytes = await withFreshUrl(workspace, { id, url }, read);
      try {
        const sound = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
        const channels = Array.from({ length: sound.numberOfChannels }, (_, n) => sound.getChannelData(n));
        return peaksOf(channels, BARS);
      } catch {
        return null;
      }
    },
    enabled: size <= MOST_BYTES && typeof OfflineAudioContext !== 'undefined',
    // An original never changes.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
