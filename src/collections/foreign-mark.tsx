import { useCallback } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { TileMark } from '~/assets/tile';
import { isForeign } from './is-foreign';
import { useCollections } from './use-collections';

const NOTE = (
  <span className="flex h-5 items-center rounded-[4px] bg-scrim px-1.5 text-xs text-on-picture">
    Another team
  </span>
);

/** How an asset of another team is shown; where assets are chosen for a collection it cannot be. */
export const FOREIGN: TileMark = { note: NOTE, label: 'belongs to another team' };

/** Marks the assets of other teams, as far as it is known who owns this workspace. */
export function useForeignMark(): (asset: AssetSummary) => TileMark | undefined {
  const { collections = [] } = useCollections();
  // One that is just being made has no owner yet.
  const ownerId = collections.find((one) => one.ownerId !== '')?.ownerId ?? '';
  return useCallback((asset) => (isForeign(asset, { ownerId }) ? FOREIGN : undefined), [ownerId]);
}
