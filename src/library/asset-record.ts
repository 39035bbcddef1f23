import type { Asset } from '~/contract/asset';
import type { AssetId } from '~/contract/ids';
import type { Key } from './key';
import type { KnownFields } from './known-fields';
import { type ListKey, listKeys } from './list-keys';
import { OWNER_ID } from './owner';

/** An asset as stored: addresses are made at reading (from the request's origin), pictures are asset ids. */
export interface StoredAsset
  extends Omit<
    KnownFields<Asset>,
    'url' | 'thumbnail' | 'preview' | 'firstFrame' | 'lastFrame' | 'originalFileUrl'
  > {
  thumbnail?: AssetId;
  /** `#rrggbb`: what most of that thumbnail looks like, if it hides what is behind it. */
  color?: string;
  preview?: AssetId;
  firstFrame?: AssetId;
  lastFrame?: AssetId;
}

/** Where the bytes of an original are: parts as they were uploaded, each cut into chunks of 1 MiB. */
export interface StoredFile {
  fileId: string;
  /** Bytes of each part, part 1 first. */
  partSizes: readonly number[];
}

export interface AssetRecord {
  id: AssetId;
  /** Place in the search index; never used again. */
  ordinal: number;
  asset: StoredAsset;
  file?: StoredFile;
  /** SHA-256 of the original, hex. */
  sha256?: string;
  byCreated: readonly ListKey[];
  byUpdated: readonly ListKey[];
}

/** Builds the record with its listing keys. Call it for every change, so that keys never lag. */
export function assetRecord(
  asset: StoredAsset,
  kept: { ordinal: number; file?: StoredFile | undefined; sha256?: string | undefined },
): AssetRecord {
  const facets = facetsOf(asset);
  return {
    id: asset.id,
    ordinal: kept.ordinal,
    asset,
    ...(kept.file && { file: kept.file }),
    // Another team's file is no copy of one's own: only own bytes are linked.
    ...(kept.sha256 && asset.ownerId === OWNER_ID && { sha256: kept.sha256 }),
    byCreated: listKeys(facets, -Date.parse(asset.createdAt), asset.id),
    byUpdated: listKeys(facets, -Date.parse(asset.updatedAt), asset.id),
  };
}

/** Whether the workspace owns it; another team's public assets are visible but cannot be changed. */
export function isOwn(record: { asset: { ownerId: string } }): boolean {
  return record.asset.ownerId === OWNER_ID;
}

/** Names of the listings an asset stands in: `{scope}` and `{scope}/{facet}/{value}`. */
function facetsOf(asset: StoredAsset): Key[] {
  // Hidden assets stand in no listing anybody asks for; their memberships must still be found.
  if (asset.isHidden) return asset.collectionIds.map((id) => `hidden/c/${id}`);
  const { metadata } = asset;
  const narrow = [
    ...asset.collectionIds.map((id) => `c/${id}`),
    metadata.modelId && `m/${metadata.modelId}`,
    metadata.inferenceId && `i/${metadata.inferenceId}`,
    metadata.parentId && `p/${metadata.parentId}`,
    metadata.rootParentId && `r/${metadata.rootParentId}`,
    `t/${metadata.type}`,
    `a/${asset.authorId}`,
  ].filter((facet) => typeof facet === 'string' && facet !== '');
  const facets: Key[] = [];
  if (asset.ownerId === OWNER_ID) facets.push('own', ...narrow.map((facet) => `own/${facet}`));
  if (asset.privacy === 'public') {
    facets.push('public', ...[...narrow, ...asset.tags.map((tag) => `g/${tag}`)].map((f) => `public/${f}`));
  }
  return facets;
}
