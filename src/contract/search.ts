import * as z from 'zod/mini';
import { assetIdSchema, collectionIdSchema } from './ids';
import { LIMITS } from './limits';
import { pictureSchema } from './picture';

/** Fields a search filter may name (`POST /search/assets`). */
export const SEARCH_FILTER_FIELDS = [
  'kind',
  'width',
  'height',
  'size',
  'aspectRatio',
  'mimeType',
  'name',
  'prompt',
  'text',
  'negativePrompt',
  'seed',
  'modelId',
  'baseModelId',
  'modelType',
  'numInferenceSteps',
  'guidance',
  'scheduler',
  'tags',
  'collectionIds',
  'nsfw',
  'privacy',
  'createdAt',
  'updatedAt',
  'authorId',
  'metadata.type',
] as const;
export type SearchFilterField = (typeof SEARCH_FILTER_FIELDS)[number];

const pageLimit = z.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.searchPage.max));
const reference = z.string().check(z.minLength(1));

/**
 * Body of `POST /search/assets`: at least one of `query`, `filter`, `image`, `images`. Paged either by
 * `offset` + `limit` (estimated total) or by `page` (from 1) + `hitsPerPage` (exact total).
 */
export const searchAssetsBodySchema = z
  .object({
    query: z.optional(z.string()),
    filter: z.optional(z.string()),
    sortBy: z.optional(
      z.array(
        z.string().check(z.regex(/^(createdAt|updatedAt|width|height):(asc|desc)$/, 'Invalid sort field')),
      ),
    ),
    offset: z.optional(z.number().check(z.int(), z.minimum(0))),
    limit: z.optional(pageLimit),
    page: z.optional(z.number().check(z.int(), z.minimum(1))),
    hitsPerPage: z.optional(pageLimit),
    querySemanticRatio: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
    image: z.optional(reference),
    images: z.optional(
      z.object({ like: z.optional(z.array(reference)), unlike: z.optional(z.array(reference)) }),
    ),
    imageSemanticRatio: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
    public: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      (body) =>
        body.query !== undefined ||
        body.filter !== undefined ||
        body.image !== undefined ||
        body.images !== undefined,
      'one of query, filter, image and images is required',
    ),
    z.refine((body) => !(body.image && body.images), 'image and images cannot be combined'),
    z.refine(
      (body) =>
        (body.offset === undefined && body.limit === undefined) ||
        (body.page === undefined && body.hitsPerPage === undefined),
      'offset/limit and page/hitsPerPage cannot be combined',
    ),
  );
export type SearchAssetsBody = z.infer<typeof searchAssetsBodySchema>;

const text = z.optional(z.string());
const number = z.optional(z.number());

/** A hit is not an asset: no `kind`, `properties`, `status` or `source` of its own, often no thumbnail. */
export const assetHitSchema = z.looseObject({
  id: assetIdSchema,
  authorId: text,
  ownerId: text,
  teamId: text,
  collectionIds: z.array(collectionIdSchema),
  tags: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  mimeType: text,
  nsfw: z.optional(z.array(z.string())),
  privacy: text,
  url: text,
  description: text,
  score: number,
  thumbnail: z.optional(pictureSchema),
  metadata: z.looseObject({
    kind: text,
    type: text,
    name: text,
    prompt: text,
    negativePrompt: text,
    seed: z.optional(z.union([z.string(), z.number()])),
    width: number,
    height: number,
    aspectRatio: z.optional(z.union([z.string(), z.number()])),
    size: number,
    modelId: text,
    thumbnail: z.optional(z.looseObject({ assetId: assetIdSchema })),
  }),
});
export type AssetHit = z.infer<typeof assetHitSchema>;

export const searchAssetsResponseSchema = z.looseObject({
  hits: z.array(assetHitSchema),
  offset: number,
  limit: number,
  estimatedTotalHits: number,
  page: number,
  hitsPerPage: number,
  totalHits: number,
  totalPages: number,
});
