import type { AssetSummary } from '~/api/asset-summary';

type Owned = Pick<AssetSummary, 'ownerId'>;

/** Both name their owner, in the same manner, and it is another one: the workspace refuses to bring them together. */
export function isForeign(asset: Owned, target: Owned): boolean {
  const manner = (owner: string) => owner.split('_')[0];
  return (
    asset.ownerId !== target.ownerId &&
    asset.ownerId !== '' &&
    target.ownerId !== '' &&
    manner(asset.ownerId) === manner(target.ownerId)
  );
}
