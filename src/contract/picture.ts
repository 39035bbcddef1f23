import * as z from 'zod/mini';
import { assetIdSchema } from './ids';

/** A picture that stands for something else: the asset it comes from and where to load it. */
export const pictureSchema = z.looseObject({ assetId: assetIdSchema, url: z.string() });
export type Picture = z.infer<typeof pictureSchema>;
