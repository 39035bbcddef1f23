import type { Asset, AssetKind } from '~/contract/asset';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { AssetHit } from '~/contract/search';

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

/** Reduces a full record. */
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
    width: properties.width ?? metadata.width ?? 0,
    height: properties.height ?? metadata.height ?? 0,
    size: properties.size,
    duration: properties.duration ?? 0,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    collectionIds: asset.collectionIds,
    tags: asset.tags,
    modelId: metadata.modelId as ModelId | undefined,
    thumbnailUrl: asset.thumbnail?.url ?? pictureUrl(asset.kind, asset.mimeType, asset.url),
    url: asset.url,
  };
}

/** Reduces a search hit, which has no kind, status or properties of its own. */
export function summarizeHit(hit: AssetHit): AssetSummary {
  const { metadata } = hit;
  const kind = metadata.kind ?? kindOfMimeType(hit.mimeType ?? '');
  const url = hit.url ?? '';
  return {
    id: hit.id,
    name: displayName(metadata.name, metadata.prompt, hit.id),
    kind,
    mimeType: hit.mimeType ?? '',
    status: 'success',
    privacy: hit.privacy ?? 'private',
    ownerId: hit.ownerId ?? '',
    width: metadata.width ?? 0,
    height: metadata.height ?? 0,
    size: metadata.size ?? 0,
    duration: 0,
    createdAt: hit.createdAt,
    updatedAt: hit.updatedAt,
    collectionIds: hit.collectionIds,
    tags: hit.tags,
    modelId: metadata.modelId as ModelId | undefined,
    thumbnailUrl: hit.thumbnail?.url ?? pictureUrl(kind, hit.mimeType ?? '', url),
    url,
  };
}

function displayName(name: string | undefined, prompt: string | undefined, id: string): string {
  return name?.trim() || prompt?.trim() || id;
}

/** Pictures every browser shows; TIFF, PSD and HEIC without a thumbnail are shown as icon and facts. */
const SHOWN_TYPES = /^image\/(png|jpe?g|webp|avif|gif|svg\+xml)$/;

/** An image without a thumbnail is its own picture, where browsers can show it. */
function pictureUrl(kind: AssetKind, mimeType: string, url: string): string | undefined {
  const isShown = kind === 'image' && url !== '' && (mimeType === '' || SHOWN_TYPES.test(mimeType));
  return isShown ? url : undefined;
}

function kindOfMimeType(mimeType: string): AssetKind {
  const [top = '', sub = ''] = mimeType.split('/');
  if (top === 'image' || top === 'video' || top === 'audio' || top === 'text') return top;
  if (top === 'model') return '3d';
  return sub === 'json' ? 'json' : 'document';
}
