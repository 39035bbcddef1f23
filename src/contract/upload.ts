import * as z from 'zod/mini';
import { collectionIdSchema, uploadIdSchema } from './ids';
import { LIMITS } from './limits';

export const UPLOAD_KINDS = ['3d', 'asset', 'audio', 'avatar', 'image', 'model', 'text', 'video'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/**
 * An upload record; its status goes pending → complete → validating → validated → imported, or failed at any step.
 * `entityId` is the asset it became; `errorMessage` says why it failed.
 */
export const uploadSchema = z.looseObject({
  id: uploadIdSchema,
  status: z.string(),
  kind: z.string(),
  source: z.string(),
  fileName: z.string(),
  originalFileName: z.optional(z.string()),
  contentType: z.optional(z.string()),
  fileSize: z.optional(z.number()),
  partsCount: z.optional(z.number()),
  authorId: z.string(),
  ownerId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  entityId: z.optional(z.string()),
  errorMessage: z.optional(z.string()),
  parts: z.optional(z.array(z.looseObject({ number: z.number(), url: z.string(), expires: z.string() }))),
});
export type Upload = z.infer<typeof uploadSchema>;

/** How `errorMessage` begins where the bytes arrived but there was no room to make an asset of them. */
export const NO_ROOM = 'The disk is full';

/** Body of `POST /uploads` for a file in parts (`fileSize` in bytes, 1 to 10,000 parts). */
export const createUploadBodySchema = z.object({
  kind: z.enum(UPLOAD_KINDS),
  fileName: z.string().check(z.minLength(1), z.maxLength(1024)),
  fileSize: z.number().check(z.int(), z.minimum(0)),
  contentType: z.string(),
  parts: z.number().check(z.int(), z.minimum(1), z.maximum(LIMITS.partsPerUpload)),
  assetOptions: z.optional(
    z.object({
      collectionIds: z.optional(z.array(collectionIdSchema)),
      parentId: z.optional(z.string()),
      hide: z.optional(z.boolean()),
    }),
  ),
});
export type CreateUploadBody = z.infer<typeof createUploadBodySchema>;

export const uploadActionBodySchema = z.object({ action: z.literal('complete') });
export const uploadResponseSchema = z.looseObject({ upload: uploadSchema });
