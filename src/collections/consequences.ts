import type { AssetSummary } from '~/api/asset-summary';
import type { Collection } from '~/contract/collection';
import { countOf } from '~/ui/format-facts';

/** Names listed before "and 2 more". */
const NAMED = 3;

/** What depends on assets that are about to be destroyed: "They are in 4 collections · thumbnail of 1: Props". */
export function consequencesOfDeleting(
  assets: readonly AssetSummary[],
  collections: readonly Collection[],
): string {
  const isIn = new Set(assets.flatMap(({ collectionIds }) => collectionIds));
  const covers = coveredBy(assets, collections);
  const they = assets.length === 1 ? 'It is' : 'They are';
  if (isIn.size === 0 && covers.length === 0) return `${they} in no collection.`;
  const parts = [
    ...(isIn.size > 0 ? [`in ${countOf(isIn.size, 'collection')}`] : []),
    ...(covers.length > 0
      ? [`the thumbnail of ${countOf(covers.length, 'collection')} (${namesOf(covers)})`]
      : []),
  ];
  return `${they} ${parts.join(' and ')}.`;
}

/** The collections that have one of the assets as their thumbnail. */
export function coveredBy(
  assets: readonly Pick<AssetSummary, 'id'>[],
  collections: readonly Collection[],
): readonly Collection[] {
  const ids = new Set(assets.map(({ id }) => id));
  return collections.filter(({ thumbnail }) => thumbnail !== undefined && ids.has(thumbnail.assetId));
}

function namesOf(collections: readonly Collection[]): string {
  const names = collections.slice(0, NAMED).map(({ name }) => name);
  const more = collections.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
