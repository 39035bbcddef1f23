import type { AssetSummary } from '~/api/asset-summary';
import { type AssetFilters, listingQuery } from './asset-filters';

/** Tells whether the filters let an asset in; undefined where only the server can, because text is searched for. */
export function assetMatcher(filters: AssetFilters): (asset: AssetSummary) => boolean | undefined {
  const { q, kind, model, tag, unfiled, collectionId } = filters;
  const { createdAfter, createdBefore } = listingQuery(filters);
  const after = createdAfter === undefined ? undefined : Date.parse(createdAfter);
  const before = createdBefore === undefined ? undefined : Date.parse(createdBefore);
  const otherwise = q === undefined ? true : undefined;
  return (asset) => {
    const isOut =
      (kind !== undefined && asset.kind !== kind) ||
      (model !== undefined && asset.modelId !== model) ||
      (tag !== undefined && !asset.tags.includes(tag)) ||
      (unfiled === true && asset.collectionIds.length > 0) ||
      (collectionId !== undefined && !asset.collectionIds.includes(collectionId)) ||
      (after !== undefined && Date.parse(asset.createdAt) <= after) ||
      (before !== undefined && Date.parse(asset.createdAt) >= before);
    return isOut ? false : otherwise;
  };
}
