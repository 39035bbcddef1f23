import * as z from 'zod/mini';
import { sortDirectionSchema } from './asset';
import { assetIdSchema, collectionIdSchema, modelIdSchema } from './ids';
import { isoDateSchema as isoDate } from './iso-date';
import { LIMITS } from './limits';
import { pictureSchema } from './picture';

/** A model record: the thirteen required fields, and the optional ones the app shows. `name` may be missing. */
export const modelSchema = z.looseObject({
  id: modelIdSchema,
  name: z.optional(z.string()),
  shortDescription: z.optional(z.string()),
  type: z.string(),
  status: z.string(),
  privacy: z.string(),
  source: z.string(),
  tags: z.array(z.string()),
  collectionIds: z.array(collectionIdSchema),
  exampleAssetIds: z.array(assetIdSchema),
  capabilities: z.array(z.string()),
  custom: z.boolean(),
  trainingImagesNumber: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  thumbnail: z.optional(pictureSchema),
  ownerId: z.optional(z.string()),
  authorId: z.optional(z.string()),
});
export type Model = z.infer<typeof modelSchema>;

/**
 * Every query parameter of `GET /models`. `privacy` defaults to private. `collectionId` and `status` are for
 * private models, `collectionIds`, `tags` and `updated*` for public ones (comma separated; tags are a union).
 */
export const listModelsQuerySchema = z
  .object({
    pageSize: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.modelsPage.max))),
    paginationToken: z.optional(z.string()),
    privacy: z.optional(z.enum(['private', 'public', 'unlisted'])),
    collectionId: z.optional(z.string()),
    collectionIds: z.optional(z.string()),
    status: z.optional(z.enum(['new', 'training', 'trained', 'failed', 'deleted'])),
    sortBy: z.optional(z.enum(['createdAt', 'updatedAt', 'score'])),
    sortDirection: z.optional(sortDirectionSchema),
    createdAfter: z.optional(isoDate),
    createdBefore: z.optional(isoDate),
    updatedAfter: z.optional(isoDate),
    updatedBefore: z.optional(isoDate),
    tags: z.optional(z.string()),
    type: z.optional(z.string()),
    types: z.optional(z.string()),
    blacklisted: z.optional(z.stringbool()),
    loadedOnly: z.optional(z.stringbool()),
    originalAssets: z.optional(z.stringbool()),
    projectId: z.optional(z.string()),
  })
  .check(
    z.refine(
      (query) => !query.collectionId || query.privacy !== 'public',
      'collectionId needs privacy=private or unlisted',
    ),
    z.refine((query) => !query.status || query.privacy !== 'public', 'status can only filter private models'),
    z.refine(
      (query) => !query.collectionIds || query.privacy === 'public',
      'collectionIds needs privacy=public',
    ),
    z.refine((query) => !query.tags || query.privacy === 'public', 'tags can only filter public models'),
    z.refine(
      (query) => !query.sortDirection || query.sortBy === 'createdAt' || query.sortBy === 'updatedAt',
      'sortDirection needs sortBy=createdAt or updatedAt',
    ),
    z.refine(
      (query) =>
        query.sortBy !== 'score' || query.privacy === 'public' || Boolean(query.privacy && query.status),
      'sortBy=score needs privacy and status',
    ),
    z.refine(
      (query) => query.sortBy !== 'updatedAt' || query.privacy === 'public',
      'sortBy=updatedAt needs privacy=public',
    ),
    z.refine(
      (query) => !(query.createdAfter ?? query.createdBefore) || query.sortBy === 'createdAt',
      'createdAfter and createdBefore need sortBy=createdAt',
    ),
    z.refine(
      (query) => !(query.updatedAfter ?? query.updatedBefore) || query.sortBy === 'updatedAt',
      'updatedAfter and updatedBefore need sortBy=updatedAt',
    ),
    z.refine((query) => !query.type || !query.types, 'type and types cannot be combined'),
  );
/** What a caller may send: the schema's input, with its coerced numbers and booleans typed. */
export interface ListModelsQuery
  extends Omit<
    z.input<typeof listModelsQuerySchema>,
    'pageSize' | 'originalAssets' | 'blacklisted' | 'loadedOnly'
  > {
  pageSize?: number;
  originalAssets?: boolean;
  blacklisted?: boolean;
  loadedOnly?: boolean;
}

export const bulkModelsBodySchema = z.object({
  modelIds: z.array(modelIdSchema).check(z.minLength(1), z.maxLength(LIMITS.idsPerBulkRead)),
  minimal: z.optional(z.boolean()),
  thumbnail: z.optional(z.boolean()),
});

export const modelListSchema = z.looseObject({ models: z.array(modelSchema) });
export const modelPageSchema = z.looseObject({
  models: z.array(modelSchema),
  nextPaginationToken: z.optional(z.string()),
});
