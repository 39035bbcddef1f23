import * as z from 'zod/mini';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';

const number = z.optional(z.number());
const text = z.optional(z.string());

const sampleAssetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Original and small picture, relative to the manifest. */
  file: z.string(),
  thumbnail: text,
  /** `#rrggbb`: what most of the small picture looks like, if it hides what is behind it. */
  color: text,
  kind: z.string(),
  mimeType: z.string(),
  size: z.number(),
  type: z.string(),
  tags: z.array(z.string()),
  width: number,
  height: number,
  duration: number,
  sampleRate: number,
  channels: number,
  vertexCount: number,
  faceCount: number,
  hasNormals: z.optional(z.boolean()),
  hasUVs: z.optional(z.boolean()),
  hasAnimations: z.optional(z.boolean()),
  hasSkeleton: z.optional(z.boolean()),
  charCount: number,
  wordCount: number,
  description: text,
  prompt: text,
  negativePrompt: text,
  model: text,
  seed: text,
  steps: number,
  guidance: number,
  scheduler: text,
  parent: text,
  collections: z.optional(z.array(z.string())),
});
export type SampleAsset = z.infer<typeof sampleAssetSchema>;

const manifestSchema = z.object({
  models: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      shortDescription: z.string(),
      collections: z.array(z.string()),
      thumbnail: z.string(),
      trained: z.number(),
    }),
  ),
  collections: z.array(z.object({ id: z.string(), name: z.string(), cover: text })),
  assets: z.array(sampleAssetSchema),
});
export type SampleManifest = z.infer<typeof manifestSchema>;

/** Type of the small pictures. */
export const SMALL_TYPE = 'image/webp';

/** Author of every sample, by which they are found again. */
export const SAMPLES_AUTHOR = 'samples';

/** Ids of samples are fixed, so that seeding twice cannot double them. */
export const SAMPLE_PREFIX = 'sample-';
export const sampleCollectionId = (id: string) => `${SAMPLE_PREFIX}${id}` as CollectionId;
export const sampleModelId = (id: string) => `${SAMPLE_PREFIX}${id}` as ModelId;
export const sampleAssetId = (id: string) => id as AssetId;

/** Folder of the sample media below the site's path. */
export const samplesFolder = (base: string) => `${base}samples/`;

/** Reads what the samples are; throws where the site does not have them. */
export async function loadSampleManifest(base: string): Promise<SampleManifest> {
  const response = await fetch(`${samplesFolder(base)}manifest.json`);
  if (!response.ok) throw new Error(`The samples answered ${response.status}`);
  return manifestSchema.parse(await response.json());
}
