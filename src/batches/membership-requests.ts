import type { AssetSummary } from '~/api/asset-summary';
import { getAssetsInBulk } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import { changeCollectionAssets, changeCollectionModels } from '~/api/collections';
import type { ModelSummary } from '~/api/model-summary';
import { getModelsInBulk } from '~/api/models';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { MembershipChange } from './change';
import { cut } from './plan';

export type Item = AssetSummary | ModelSummary;

/** At most 49 items of one kind. `judged`: a refusal has been looked into, only halving is left. */
export interface Chunk {
  of: 'assets' | 'models';
  items: readonly Item[];
  judged?: boolean;
}

/** Cuts assets and models into chunks of one request each. */
export function chunksOf({ assets, models }: Pick<MembershipChange, 'assets' | 'models'>): Chunk[] {
  return [
    ...cut(assets, LIMITS.membersPerRequest).map((items) => ({ of: 'assets' as const, items })),
    ...cut(models, LIMITS.membersPerRequest).map((items) => ({ of: 'models' as const, items })),
  ];
}

/** Adds or removes the items of one chunk. */
export function sendMembership(
  client: ApiClient,
  kind: 'add' | 'remove',
  id: CollectionId,
  { of, items }: Chunk,
): Promise<Collection> {
  if (of === 'assets') return changeCollectionAssets(client, kind, id, idsOf(items as AssetSummary[]));
  return changeCollectionModels(client, kind, id, idsOf(items as ModelSummary[]));
}

/** The collections each item of a chunk is in by now; an item that no longer exists is absent. */
export async function readMemberships(
  client: ApiClient,
  { of, items }: Chunk,
): Promise<ReadonlyMap<string, readonly CollectionId[]>> {
  const records: readonly Item[] =
    of === 'assets'
      ? await getAssetsInBulk(client, idsOf(items as AssetSummary[]))
      : await getModelsInBulk(client, idsOf(items as ModelSummary[]));
  return new Map(records.map(({ id, collectionIds }) => [id, collectionIds]));
}

/** The part of a change that concerns the items of a chunk. */
export function partOf(change: MembershipChange, { of, items }: Chunk): MembershipChange {
  return {
    ...change,
    assets: of === 'assets' ? (items as AssetSummary[]) : [],
    models: of === 'models' ? (items as ModelSummary[]) : [],
  };
}

function idsOf<T extends Item>(items: readonly T[]): T['id'][] {
  return items.map(({ id }) => id);
}
