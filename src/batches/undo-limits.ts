import { ApiError } from '~/api/api-error';
import { getAssetsInBulk } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import { getCollection } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Batch } from './batch';
import { type Change, collectionsOf, itemIdsOf, sizeOf, without } from './change';
import { cut } from './plan';

/** What of an inverse can still be done, and what stands in the way of the rest. */
export interface UndoLimits {
  can: readonly Change[];
  /** Ids of the assets that no longer exist. */
  lostAssets: readonly string[];
  /** Of how many. */
  assets: number;
  /** Collections that no longer exist. */
  lostCollections: readonly CollectionId[];
}

interface Sources {
  client: ApiClient;
  batches: readonly Batch[];
  resolve: (id: CollectionId) => CollectionId;
  /** Whether the server is asked: what has just been done is known from the batches alone. */
  ask: boolean;
}

/** Assets beyond these are not asked for: what is gone of them is named when the undo comes to it. */
const MOST_ASKED = 1000;

/** Looks before an undo what it can no longer bring about. What cannot be read now counts as there. */
export async function findUndoLimits(changes: readonly Change[], sources: Sources): Promise<UndoLimits> {
  // One that is brought back goes by any of the ids it has had.
  const made = new Set(
    changes
      .flatMap((change) => (change.kind === 'create' ? (collectionsOf(change) ?? []) : []))
      .map(sources.resolve),
  );
  const idsOf = (change: Change) => (collectionsOf(change) ?? []).map(sources.resolve);
  const ids = new Set(changes.flatMap(idsOf).filter((id) => !made.has(id)));
  const assetIds = [...new Set(changes.flatMap(assetIdsOf))];
  const gone = new Set([
    ...deletedAssets(sources.batches),
    ...(sources.ask ? await missingAssets(sources.client, assetIds) : []),
  ]);
  const lostCollections: CollectionId[] = [];
  for (const id of ids) {
    // A few at most, one after the other.
    // oxlint-disable-next-line no-await-in-loop
    if (await isLost(id, sources)) lostCollections.push(id);
  }
  const lost = new Set(lostCollections);
  const can = changes
    .filter((change) => !idsOf(change).some((id) => lost.has(id)))
    .flatMap((change) => without(change, gone) ?? [])
    .filter((change) => sizeOf(change) > 0);
  return { can, lostAssets: assetIds.filter((id) => gone.has(id)), assets: assetIds.length, lostCollections };
}

function assetIdsOf(change: Change): readonly string[] {
  return 'assets' in change ? itemIdsOf({ ...change, models: [] } as Change) : [];
}

function deletedAssets(batches: readonly Batch[]): readonly string[] {
  return batches.flatMap(({ done }) =>
    done.flatMap((change) => (change.kind === 'delete-assets' ? itemIdsOf(change) : [])),
  );
}

async function missingAssets(client: ApiClient, ids: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const part of cut(ids.slice(0, MOST_ASKED), LIMITS.idsPerBulkRead)) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const found = await getAssetsInBulk(client, part as AssetId[]);
      const present = new Set<string>(found.map(({ id }) => id));
      missing.push(...part.filter((id) => !present.has(id)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return missing;
    }
  }
  return missing;
}

async function isLost(id: CollectionId, { client, batches, resolve, ask }: Sources): Promise<boolean> {
  const isDeleted = batches.some(({ done }) =>
    done.some((change) => change.kind === 'delete-collection' && change.collection.id === id),
  );
  // On its way back: what acts on it comes after that.
  const isReturning = batches.some(({ pending }) =>
    pending.some(
      (change) =>
        change.kind === 'create' && (collectionsOf(change) ?? []).some((one) => resolve(one) === id),
    ),
  );
  if (isReturning) return false;
  if (isDeleted || !ask) return isDeleted;
  try {
    await getCollection(client, id);
    return false;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.kind === 'not-found';
  }
}
