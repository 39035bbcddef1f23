import { type AssetInsertion, INSERT_TABLES, insertAssetsIn } from '../insert-assets';
import { insertCollectionsIn } from '../insert-collections';
import { insertModelsIn } from '../insert-models';
import type { Storage } from '../storage';
import {
  type SampleAsset,
  type SampleManifest,
  SAMPLES_AUTHOR,
  sampleAssetId,
  sampleCollectionId,
  sampleModelId,
} from './sample-manifest';

/** Fact that says what became of the samples: `seeded` (records), `stored` (files too), `removed`. */
export const SAMPLES_FACT = 'samples';
/** Samples are dated one after the other into the past, so that new files stand before them. */
const APART_MS = 5 * 3_600_000;

/** Whether this library never had samples. */
export async function neverHadSamples(storage: Storage): Promise<boolean> {
  return storage.read(['facts'], async (tx) => (await tx.get('facts', SAMPLES_FACT)) === undefined);
}

/**
 * Writes the records of all samples in one transaction, without their files, so that a first visit sees them at
 * once. What is there already (by id) is left as it is. Gives back how many assets were added.
 */
export async function seedSamples(storage: Storage, manifest: SampleManifest, now: Date): Promise<number> {
  const at = (index: number) => new Date(now.getTime() - (index + 1) * APART_MS).toISOString();
  const colors = new Map(manifest.assets.map(({ id, color }) => [id, color]));
  const colorOf = (id: string) => {
    const color = colors.get(id);
    return color === undefined ? {} : { color };
  };
  const collections = manifest.collections.map(({ id, name, cover }, index) => ({
    id: sampleCollectionId(id),
    name,
    createdAt: at(index),
    ...(cover && { thumbnail: sampleAssetId(cover), ...colorOf(cover) }),
  }));
  const models = manifest.models.map(({ id, trained, thumbnail, collections, ...model }, index) => ({
    ...model,
    id: sampleModelId(id),
    createdAt: at(index),
    thumbnail: sampleAssetId(thumbnail),
    ...colorOf(thumbnail),
    exampleAssetIds: manifest.assets.filter((a) => a.model === id).map((a) => sampleAssetId(a.id)),
    trainingImagesNumber: trained,
    custom: true,
    authorId: SAMPLES_AUTHOR,
    collectionIds: collections.map(sampleCollectionId),
  }));
  const assets = manifest.assets.map((asset, index) => insertionOf(asset, at(index)));

  return storage.write([...INSERT_TABLES], async (tx) => {
    const [knownCollections, knownModels, knownAssets] = await Promise.all([
      tx.getMany('collections', collections.map(idOf)),
      tx.getMany('models', models.map(idOf)),
      tx.getMany(
        'assets',
        assets.map(({ asset }) => asset.id),
      ),
    ]);
    insertCollectionsIn(
      tx,
      collections.filter((_, index) => !knownCollections[index]),
    );
    await insertModelsIn(
      tx,
      models.filter((_, index) => !knownModels[index]),
    );
    const missing = assets.filter((_, index) => !knownAssets[index]);
    await insertAssetsIn(tx, missing);
    tx.put('facts', { name: SAMPLES_FACT, value: 'seeded' });
    return missing.length;
  });
}

const idOf = ({ id }: { id: string }) => id;

function insertionOf(sample: SampleAsset, createdAt: string): AssetInsertion {
  const { id, kind, mimeType, type, tags, width, height, description, color } = sample;
  const size = { ...(width && { width }), ...(height && { height }) };
  return {
    asset: {
      id: sampleAssetId(id),
      kind,
      mimeType,
      createdAt,
      tags: ['sample', ...tags],
      authorId: SAMPLES_AUTHOR,
      collectionIds: (sample.collections ?? []).map(sampleCollectionId),
      ...(description && { description }),
      ...(sample.thumbnail && { thumbnail: sampleAssetId(id) }),
      ...(color && { color }),
      metadata: {
        kind,
        type,
        name: sample.name,
        size: sample.size,
        ...size,
        ...(sample.prompt && { prompt: sample.prompt }),
        ...(sample.negativePrompt && { negativePrompt: sample.negativePrompt }),
        ...(sample.model && { modelId: sampleModelId(sample.model) }),
        ...(sample.seed && { seed: sample.seed }),
        ...(sample.steps && { numInferenceSteps: sample.steps }),
        ...(sample.guidance && { guidance: sample.guidance }),
        ...(sample.scheduler && { scheduler: sample.scheduler }),
        ...(sample.parent && { parentId: sample.parent, rootParentId: sample.parent }),
      },
      properties: { size: sample.size, ...size, ...measuredFacts(sample) },
    },
  };
}

const MEASURED = [
  'duration',
  'sampleRate',
  'channels',
  'vertexCount',
  'faceCount',
  'hasNormals',
  'hasUVs',
  'hasAnimations',
  'hasSkeleton',
  'charCount',
  'wordCount',
] as const;

function measuredFacts(sample: SampleAsset) {
  return Object.fromEntries(
    MEASURED.flatMap((name) => (sample[name] === undefined ? [] : [[name, sample[name]]])),
  );
}
