import type { Asset, AssetKind } from '~/contract/asset';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { readAsset } from './read-asset';
import { thumbnailUrlOf } from './thumbnail-url';

/** What a tile, a filter and a batch need of an asset; a list keeps nothing else. */
export interface AssetSummary {
  id: AssetId;
  /** `metadata.name`, else the prompt, else the id. */
  name: string;
  kind: AssetKind;
  mimeType: string;
  status: string;
  privacy: string;
  ownerId: string;
  /** Pixels after rotation; 0 where the kind has none. */
  width: number;
  height: number;
  /** Bytes of the original; 0 where unknown. */
  size: number;
  /** Seconds; 0 where the kind has none. */
  duration: number;
  createdAt: string;
  updatedAt: string;
  collectionIds: readonly CollectionId[];
  tags: readonly string[];
  modelId: ModelId | undefined;
  /** Where a small picture is, if there is one. */
  thumbnailUrl: string | undefined;
  /** The original. */
  url: string;
}

/** An asset or a search hit as a workspace sent it, reduced; undefined without an id. */
export function readAssetSummary(value: unknown): AssetSummary | undefined {
  const asset = readAsset(value);
  return asset && summarizeAsset(asset);
}

/** Reduces a whole record. */
export function summarizeAsset(asset: Asset): AssetSummary {
  const { metadata, properties } = asset;
  return {
    id: asset.id,
    name: displayName(metadata.name, metadata.prompt, asset.id),
    kind: asset.kind,
    mimeType: asset.mimeType,
    status: asset.status,
    privacy: asset.privacy,
    ownerId: asset.ownerId,
    width: Math.max(0, properties.width ?? metadata.width ?? 0),
    height: Math.max(0, properties.height ?? metadata.height ?? 0),
    size: properties.size,
    duration: properties.duration ?? 0,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    collectionIds: asset.collectionIds,
    tags: asset.tags,
    modelId: (metadata.modelId || undefined) as ModelId | undefined,
    thumbnailUrl: thumbnailUrlOf(asset),
    url: asset.url,
  };
}

function displayName(name: string | undefined, prompt: string | undefined, id: string): string {
  return name?.trim() || prompt?.trim() || id;
}
