import * as z from 'zod/mini';

/** Ids are opaque, non-empty strings; the brand only keeps one kind from being passed as another. */
export const assetIdSchema = z.string().check(z.minLength(1)).brand<'AssetId'>();
export const collectionIdSchema = z.string().check(z.minLength(1)).brand<'CollectionId'>();
export const modelIdSchema = z.string().check(z.minLength(1)).brand<'ModelId'>();
export const uploadIdSchema = z.string().check(z.minLength(1)).brand<'UploadId'>();

export type AssetId = z.infer<typeof assetIdSchema>;
export type CollectionId = z.infer<typeof collectionIdSchema>;
export type ModelId = z.infer<typeof modelIdSchema>;
export type UploadId = z.infer<typeof uploadIdSchema>;
