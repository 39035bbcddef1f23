import type { AssetSummary } from '~/api/asset-summary';
import { type AssetFilters, listingQuery } from './asset-filters';

/** Whether the filters let an asset in; undefined where only the server can tell, because text is searched for. */
export function matchesAsset(asset: AssetSummary, filters: AssetFilters): boolean | undefined {
  const { q, kind, model, tag, unfiled, collectionId } = filters;
  const { createdAfter, createdBefore } = listingQuery(filters);
  const created = Date.parse(asset.createdAt);
  const isOut =
    (kind !== undefined && asset.kind !== kind) ||
    (model !== undefined && asset.modelId !== model) ||
    (tag !== undefined && !asset.tags.includes(tag)) ||
    (unfiled === true && asset.collectionIds.length > 0) ||
    (collectionId !== undefined && !asset.collectionIds.includes(collectionId)) ||
    (createdAfter !== undefined && created <= Date.parse(createdAfter)) ||
    (createdBefore !== undefined && created >= Date.parse(createdBefore));
  if (isOut) return false;
  return q === undefined ? true : undefined;
}
