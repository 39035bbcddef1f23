import type { Asset } from '~/contract/asset';
import type { Collection } from '~/contract/collection';
import type { Picture } from '~/contract/picture';
import type { Model } from '~/contract/model';
import { insertAssets } from '~/library/insert-assets';
import { insertCollections } from '~/library/insert-collections';
import { insertModels } from '~/library/insert-models';
import type { Storage } from '~/library/storage';

/** What a library holds when a test begins. Counts follow from the `collectionIds` of assets and models. */
export interface Seed {
  collections?: readonly Collection[];
  assets?: readonly Asset[];
  models?: readonly Model[];
}

/** Writes records as the contract shows them into a library. */
export async function seedLibrary(storage: Storage, seed: Seed): Promise<void> {
  const { collections = [], assets = [], models = [] } = seed;
  await insertCollections(
    storage,
    collections.map(({ id, name, createdAt, thumbnail }) => ({
      id,
      name,
      createdAt,
      ...coverOf(thumbnail),
    })),
  );
  await insertAssets(
    storage,
    assets.map(({ thumbnail, preview: _p, firstFrame: _f, lastFrame: _l, ...asset }) => ({
      asset: { ...asset, ...coverOf(thumbnail) },
    })),
  );
  await insertModels(
    storage,
    models.map(({ thumbnail, ...model }) => ({
      ...model,
      ...coverOf(thumbnail),
    })),
  );
}

/** The colour is what its address says behind `#`. */
function coverOf(thumbnail: Picture | undefined) {
  if (!thumbnail) return {};
  const [, hash] = thumbnail.url.split('#');
  return { thumbnail: thumbnail.assetId, ...(hash && { color: `#${hash}` }) };
}
