import * as z from 'zod/mini';
import { assetIdSchema, collectionIdSchema, modelIdSchema } from './ids';
import { LIMITS } from './limits';
import { pictureSchema } from './picture';

/** A collection as every endpoint returns it. Dates are ISO 8601; `itemCount` = assets + models. */
export const collectionSchema = z.looseObject({
  id: collectionIdSchema,
  name: z.string(),
  ownerId: z.string(),
  assetCount: z.number(),
  modelCount: z.number(),
  itemCount: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  thumbnail: z.optional(pictureSchema),
});
export type Collection = z.infer<typeof collectionSchema>;

/** A collection name: trimmed, 1 to `LIMITS.collectionName` characters, no control characters. */
export const collectionNameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(LIMITS.collectionName),
    z.regex(/^\P{Cc}*$/u, 'must not contain control characters'),
  );

/** Query of `GET /collections`: the contract offers paging alone. */
export const listCollectionsQuerySchema = z.object({
  pageSize: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.collectionsPage.max))),
  paginationToken: z.optional(z.string()),
  projectId: z.optional(z.string()),
});
export const createCollectionBodySchema = z.object({ name: collectionNameSchema });
/** At least one of `name` and `thumbnail`; `thumbnail: null` unsets it. */
export const updateCollectionBodySchema = z
  .object({ name: z.optional(collectionNameSchema), thumbnail: z.optional(z.nullable(assetIdSchema)) })
  .check(z.refine((body) => body.name !== undefined || body.thumbnail !== undefined, 'nothing to update'));
export type UpdateCollectionBody = z.infer<typeof updateCollectionBodySchema>;

const atMostMembers = z.maxLength(LIMITS.membersPerRequest);
export const collectionAssetsBodySchema = z.object({
  assetIds: z.array(assetIdSchema).check(z.minLength(1), atMostMembers),
});
export const collectionModelsBodySchema = z.object({
  modelIds: z.array(modelIdSchema).check(z.minLength(1), atMostMembers),
});

export const collectionResponseSchema = z.looseObject({ collection: collectionSchema });
export const collectionPageSchema = z.looseObject({
  collections: z.array(collectionSchema),
  nextPaginationToken: z.optional(z.string()),
});
