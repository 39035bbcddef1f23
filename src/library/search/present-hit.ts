import type { AssetHit } from '~/contract/search';
import type { Addresses } from '../addresses';
import type { AssetRecord } from '../asset-record';
import { TEAM_ID } from '../owner';

/** A found asset in the reduced shape of a hit: no kind, properties, status or source of its own. */
export function presentHit({ asset }: AssetRecord, addresses: Addresses): AssetHit {
  const { metadata, properties, thumbnail, color } = asset;
  const known = {
    aspectRatio: metadata.aspectRatio,
    baseModelId: metadata.baseModelId,
    guidance: metadata.guidance,
    modelId: metadata.modelId,
    modelType: metadata.modelType,
    name: metadata.name,
    negativePrompt: metadata.negativePrompt,
    numInferenceSteps: metadata.numInferenceSteps,
    prompt: metadata.prompt,
    scheduler: metadata.scheduler,
    seed: metadata.seed === undefined ? undefined : String(metadata.seed),
  };
  return {
    id: asset.id,
    authorId: asset.authorId,
    ownerId: asset.ownerId,
    teamId: TEAM_ID,
    collectionIds: asset.collectionIds,
    tags: asset.tags,
    createdAt: asset.createdAt,
    updatedAt: asset.updatedAt,
    mimeType: asset.mimeType,
    nsfw: asset.nsfw ?? [],
    privacy: asset.privacy,
    url: addresses.original(asset.id),
    ...(asset.description !== undefined && { description: asset.description }),
    ...(thumbnail && { thumbnail: { assetId: thumbnail, url: addresses.thumbnail(thumbnail, color) } }),
    metadata: {
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
      kind: asset.kind,
      type: metadata.type,
      size: properties.size,
      ...withNumber('width', properties.width ?? metadata.width),
      ...withNumber('height', properties.height ?? metadata.height),
      ...(thumbnail && { thumbnail: { assetId: thumbnail } }),
    },
  };
}

function withNumber(name: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [name]: value };
}
