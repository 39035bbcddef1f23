import type { Asset } from '~/contract/asset';
import type { Collection } from '~/contract/collection';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { Model } from '~/contract/model';
import { OWNER_ID } from '~/library/owner';

let built = 0;

/** A number nobody else got, and a moment a second after the one before: later built means newer. */
function next(): { n: number; at: string } {
  built += 1;
  return { n: built, at: new Date(Date.UTC(2025, 0, 1) + built * 1000).toISOString() };
}

/** A collection with nothing in it; pass what the test is about. */
export function buildCollection(overrides: Partial<Collection> = {}): Collection {
  const { n, at } = next();
  return {
    id: `collection_${n}` as CollectionId,
    name: `Collection ${n}`,
    ownerId: OWNER_ID,
    assetCount: 0,
    modelCount: 0,
    itemCount: 0,
    createdAt: at,
    updatedAt: at,
    ...overrides,
  };
}

/** Named one by one: leaving some out of a loose record would lose the types of all. */
type AssetField =
  | 'id'
  | 'ownerId'
  | 'collectionIds'
  | 'tags'
  | 'createdAt'
  | 'updatedAt'
  | 'kind'
  | 'mimeType'
  | 'privacy'
  | 'status'
  | 'url'
  | 'thumbnail';
type AssetOverrides = Partial<Pick<Asset, AssetField>> & {
  name?: string;
  metadata?: Partial<Asset['metadata']>;
  properties?: Partial<Asset['properties']>;
};

/** A picture of 640 × 480 with a name and a thumbnail. */
export function buildAsset({ name, metadata, properties, ...overrides }: AssetOverrides = {}): Asset {
  const { n, at } = next();
  const id = overrides.id ?? (`asset_${n}` as AssetId);
  return {
    id,
    authorId: 'author_test',
    ownerId: OWNER_ID,
    collectionIds: [],
    tags: [],
    createdAt: at,
    updatedAt: at,
    kind: 'image',
    mimeType: 'image/png',
    privacy: 'private',
    status: 'success',
    source: 'uploaded',
    url: `https://media.test/assets/${id}`,
    editCapabilities: [],
    thumbnail: { assetId: id, url: `https://media.test/thumbnails/${id}` },
    ...overrides,
    metadata: {
      kind: overrides.kind ?? 'image',
      type: 'uploaded',
      name: name ?? `Asset ${n}`,
      width: 640,
      height: 480,
      ...metadata,
    },
    properties: { size: 1000, width: 640, height: 480, ...properties },
  };
}

/** A private trained model. */
export function buildModel(overrides: Partial<Model> = {}): Model {
  const { n, at } = next();
  return {
    id: `model_${n}` as ModelId,
    name: `Model ${n}`,
    type: 'flux.1-lora',
    status: 'trained',
    privacy: 'private',
    source: 'scenario',
    tags: [],
    collectionIds: [],
    exampleAssetIds: [],
    capabilities: ['txt2img'],
    custom: true,
    trainingImagesNumber: 12,
    createdAt: at,
    updatedAt: at,
    ...overrides,
  };
}
