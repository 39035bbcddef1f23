import * as z from 'zod/mini';
import { assetIdSchema, collectionIdSchema } from './ids';
import { isoDateSchema as isoDate } from './iso-date';
import { LIMITS } from './limits';
import { pictureSchema } from './picture';

/** Kinds known today. The list grows: readers take any string and fall back to an icon and the facts. */
export const ASSET_KINDS = [
  'image',
  'video',
  'audio',
  '3d',
  'image-hdr',
  'document',
  'json',
  'text',
] as const;
export type KnownAssetKind = (typeof ASSET_KINDS)[number];
export type AssetKind = KnownAssetKind | (string & {});

const count = z.optional(z.number());

/** Measured facts of the file: bytes, pixels, seconds, Hz, bits a second, vertices … */
export const assetPropertiesSchema = z.looseObject({
  size: z.number(),
  width: count,
  height: count,
  duration: count,
  frameRate: count,
  nbFrames: count,
  bitrate: count,
  channels: count,
  sampleRate: count,
  classification: z.optional(z.string()),
  faceCount: count,
  vertexCount: count,
  boneCount: count,
  hasSkeleton: z.optional(z.boolean()),
  hasAnimations: z.optional(z.boolean()),
  hasNormals: z.optional(z.boolean()),
  hasUVs: z.optional(z.boolean()),
  dimensions: z.optional(z.unknown()),
  format: z.optional(z.string()),
  transcription: z.optional(z.looseObject({ text: z.string() })),
  preview: z.optional(z.string()),
  hasFullPreview: z.optional(z.boolean()),
  charCount: count,
  wordCount: count,
  cameraMode: z.optional(z.string()),
  cameraTrajectory: z.optional(z.string()),
});
export type AssetProperties = z.infer<typeof assetPropertiesSchema>;

/** How it was made. `type` is one of about 80 growing names (`txt2img`, `uploaded`, …), read as a string. */
export const assetMetadataSchema = z.looseObject({
  kind: z.string(),
  type: z.string(),
  name: z.optional(z.string()),
  prompt: z.optional(z.string()),
  negativePrompt: z.optional(z.string()),
  modelId: z.optional(z.string()),
  baseModelId: z.optional(z.string()),
  modelType: z.optional(z.string()),
  seed: z.optional(z.union([z.string(), z.number()])),
  numInferenceSteps: count,
  guidance: count,
  scheduler: z.optional(z.string()),
  width: count,
  height: count,
  aspectRatio: z.optional(z.string()),
  size: count,
  inferenceId: z.optional(z.string()),
  parentId: z.optional(z.string()),
  rootParentId: z.optional(z.string()),
});
export type AssetMetadata = z.infer<typeof assetMetadataSchema>;

/** The whole asset record. `url` is the original (signed on the service); dates are ISO 8601. */
export const assetSchema = z.looseObject({
  id: assetIdSchema,
  authorId: z.string(),
  ownerId: z.string(),
  collectionIds: z.array(collectionIdSchema),
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  kind: z.string(),
  mimeType: z.string(),
  privacy: z.string(),
  status: z.string(),
  source: z.string(),
  url: z.string(),
  editCapabilities: z.array(z.string()),
  metadata: assetMetadataSchema,
  properties: assetPropertiesSchema,
  thumbnail: z.optional(pictureSchema),
  preview: z.optional(pictureSchema),
  firstFrame: z.optional(pictureSchema),
  lastFrame: z.optional(pictureSchema),
  description: z.optional(z.string()),
  automaticCaptioning: z.optional(z.string()),
  nsfw: z.optional(z.array(z.string())),
  isHidden: z.optional(z.boolean()),
  originalFileUrl: z.optional(z.string()),
  outputIndex: z.optional(z.number()),
  embedding: z.optional(z.array(z.number())),
});
export type Asset = z.infer<typeof assetSchema>;

export const sortDirectionSchema = z.enum(['asc', 'desc']);

/**
 * Every query parameter of `GET /assets`. Date bounds are exclusive and need the matching `sortBy`;
 * `tags` needs `privacy=public`; `type` and `types` exclude each other. Lists are comma separated.
 */
export const listAssetsQuerySchema = z
  .object({
    pageSize: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.assetsPage.max))),
    paginationToken: z.optional(z.string()),
    sortBy: z.optional(z.enum(['createdAt', 'updatedAt'])),
    sortDirection: z.optional(sortDirectionSchema),
    createdAfter: z.optional(isoDate),
    createdBefore: z.optional(isoDate),
    updatedAfter: z.optional(isoDate),
    updatedBefore: z.optional(isoDate),
    collectionId: z.optional(z.string()),
    modelId: z.optional(z.string()),
    inferenceId: z.optional(z.string()),
    authorId: z.optional(z.string()),
    parentAssetId: z.optional(z.string()),
    rootAssetId: z.optional(z.string()),
    privacy: z.optional(z.enum(['public', 'private', 'unlisted'])),
    tags: z.optional(z.string()),
    type: z.optional(z.string()),
    types: z.optional(z.string()),
    originalAssets: z.optional(z.stringbool()),
    projectId: z.optional(z.string()),
  })
  .check(
    z.refine(
      (query) => !(query.createdAfter ?? query.createdBefore) || query.sortBy === 'createdAt',
      'createdAfter and createdBefore need sortBy=createdAt',
    ),
    z.refine(
      (query) => !(query.updatedAfter ?? query.updatedBefore) || query.sortBy === 'updatedAt',
      'updatedAfter and updatedBefore need sortBy=updatedAt',
    ),
    z.refine((query) => !query.tags || query.privacy === 'public', 'tags can only filter public assets'),
    z.refine((query) => !query.type || !query.types, 'type and types cannot be combined'),
  );
/** What a caller may send: the schema's input, with its coerced numbers and booleans typed. */
export interface ListAssetsQuery
  extends Omit<z.input<typeof listAssetsQuerySchema>, 'pageSize' | 'originalAssets'> {
  pageSize?: number;
  originalAssets?: boolean;
}

export const updateAssetBodySchema = z
  .object({ name: z.optional(z.string()), description: z.optional(z.string()) })
  .check(z.refine((body) => body.name !== undefined || body.description !== undefined, 'nothing to update'));

const tagList = z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(100)));
/** `strict` (default true) refuses adding a present tag or deleting an absent one; false is idempotent. */
export const updateTagsBodySchema = z.object({
  add: z.optional(tagList),
  delete: z.optional(tagList),
  strict: z.optional(z.boolean()),
});
export const updateTagsResponseSchema = z.looseObject({
  added: z.array(z.string()),
  deleted: z.array(z.string()),
});

export const deleteAssetsBodySchema = z.object({
  assetIds: z.array(assetIdSchema).check(z.minLength(1), z.maxLength(LIMITS.assetsPerDelete)),
});
/** Unknown ids are simply absent from the answer. */
export const bulkAssetsBodySchema = z.object({
  assetIds: z.array(assetIdSchema).check(z.minLength(1), z.maxLength(LIMITS.idsPerBulkRead)),
});

/** `targetFormat` asks for a conversion; without it the original comes. */
export const downloadBodySchema = z.object({ targetFormat: z.optional(z.string()) });
/** Where the file can be fetched, once and soon: the address is signed. */
export const downloadResponseSchema = z.looseObject({ url: z.string() });

/** Body of `POST /assets`: a picture of fewer than `LIMITS.wholeAssetBytes`, as base64 or as a data URL. */
export const createAssetBodySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(1024)),
  image: z.string().check(z.minLength(1)),
  collectionIds: z.optional(z.array(collectionIdSchema)),
  parentId: z.optional(z.string()),
  hide: z.optional(z.boolean()),
});
export type CreateAssetBody = z.infer<typeof createAssetBodySchema>;

export const assetResponseSchema = z.looseObject({ asset: assetSchema });
export const assetListSchema = z.looseObject({ assets: z.array(assetSchema) });
export const assetPageSchema = z.looseObject({
  assets: z.array(assetSchema),
  nextPaginationToken: z.optional(z.string()),
});
