import { ASSET_KINDS, type KnownAssetKind } from '~/contract/asset';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { type AssetInsertion, insertAssets } from '../insert-assets';
import { insertCollections } from '../insert-collections';
import { insertModels } from '../insert-models';
import type { Storage } from '../storage';
import { generatedFile } from './generated-file';
import { type GeneratedPicture, generatedPicture } from './generated-picture';

export interface SyntheticSizes {
  assets: number;
  collections: number;
  models: number;
}

const FOREIGN = { ownerId: 'proj_elsewhere', authorId: 'user_elsewhere', privacy: 'public' };
/** Different pictures; thousands of assets share them. */
const PICTURES = 96;
const THINGS = [
  'Harbour',
  'Lantern',
  'Moss',
  'Élan',
  'River stone',
  'Copper dome',
  'Fox',
  'Glacier',
  'Market',
];
const MOODS = ['at dawn', 'in fog', 'after rain', 'under neon', 'seen from above', 'in gouache'];
const TAGS = ['hero', 'draft', 'texture', 'character', 'environment', 'prop', 'ui', 'reference'];
const NAMES = ['Props', 'Characters', 'Environments', 'Moodboard', 'Textures', 'Key art', 'Sound', 'Icons'];
const START = Date.UTC(2026, 0, 1);
/** Five hundred of one moment, as after the import of a folder: the first ones of 3 January. */
const SAME_MOMENT = { from: 2840, to: 3340 };

/** Fills an empty library with records that depend on nothing but the sizes: every twentieth is another team's. */
export async function seedSynthetic(storage: Storage, sizes: SyntheticSizes): Promise<void> {
  const pictures = Array.from({ length: Math.min(PICTURES, sizes.assets) }, (_, n) => generatedPicture(n));
  const collections = Array.from({ length: sizes.collections }, (_, n) => ({
    id: `col_${n}` as CollectionId,
    name: `${pick(NAMES, n)} ${Math.floor(n / NAMES.length) + 1}`,
    createdAt: at(n),
    // Some without a thumbnail, as in life.
    ...(n % 4 !== 3 && coverOf(n, sizes, pictures)),
  }));
  await insertCollections(storage, collections);
  await insertModels(
    storage,
    Array.from({ length: sizes.models }, (_, n) => ({
      id: `model_${n}` as ModelId,
      name: `${pick(THINGS, n)} model ${n + 1}`,
      type: n % 3 ? 'flux.1-lora' : 'custom',
      createdAt: at(n),
      tags: [pick(TAGS, n)],
      collectionIds:
        sizes.collections > 0 && n % 4 === 0 ? [`col_${n % sizes.collections}` as CollectionId] : [],
      ...(n % 5 === 4 && FOREIGN),
      ...(sizes.assets > n && coverBy(n, pictures)),
    })),
  );
  for (let n = 0; n < sizes.assets; n += 1000) {
    const count = Math.min(1000, sizes.assets - n);
    await insertAssets(
      storage,
      Array.from({ length: count }, (_, offset) => insertion(n + offset, sizes, pictures)),
    );
  }
}

function insertion(n: number, sizes: SyntheticSizes, pictures: readonly GeneratedPicture[]): AssetInsertion {
  const kind = kindOf(n);
  const picture = pictures[n % pictures.length] ?? generatedPicture(n);
  const file = kind === 'image' ? undefined : generatedFile(kind, n);
  const foreign = isForeign(n);
  const drawn = kind === 'image' || kind === 'video';
  const prompt = `${pick(THINGS, n)} ${pick(MOODS, Math.floor(n / THINGS.length))}, study ${n}`;
  return {
    asset: {
      id: `asset_${n}` as AssetId,
      kind,
      mimeType: file?.type ?? picture.type,
      createdAt: at(n >= SAME_MOMENT.from && n < SAME_MOMENT.to ? SAME_MOMENT.from : n),
      tags: [pick(TAGS, n), ...(n % 7 === 0 ? [pick(TAGS, n + 3)] : [])],
      collectionIds: foreign ? [] : homesOf(n, sizes),
      ...(foreign && FOREIGN),
      metadata: {
        kind,
        type: kind === 'image' && n % 3 ? 'txt2img' : 'uploaded',
        // Generated assets have no name of their own.
        ...(n % 3 === 0 ? { name: `${pick(THINGS, n)} ${n}` } : { prompt, seed: String(100_000 + n) }),
        ...(sizes.models > 0 && n % 3 && { modelId: `model_${n % sizes.models}` }),
        ...(n % 11 === 10 && { parentId: `asset_${n - 1}`, rootParentId: `asset_${n - 1}` }),
        ...(drawn && { width: picture.width, height: picture.height }),
      },
      properties: {
        ...file?.properties,
        size: (file?.bytes ?? picture.bytes).byteLength,
        ...(drawn && { width: picture.width, height: picture.height }),
      },
    },
    original: file?.bytes ?? picture.bytes,
    ...(hasThumbnail(kind) && { thumbnail: picture }),
  };
}

function kindOf(n: number): KnownAssetKind {
  return n % 9 === 8 ? (ASSET_KINDS[1 + (Math.floor(n / 9) % (ASSET_KINDS.length - 1))] ?? 'image') : 'image';
}

function hasThumbnail(kind: KnownAssetKind): boolean {
  return kind === 'image' || kind === 'video' || kind === '3d';
}

function isForeign(n: number): boolean {
  return n % 20 === 19;
}

/** Two in three are filed; a few stand in two collections. */
function homesOf(n: number, { collections }: SyntheticSizes): CollectionId[] {
  if (collections === 0 || n % 3 === 2) return [];
  const homes = [n % collections, ...(n % 13 === 0 ? [(n + 1) % collections] : [])];
  return [...new Set(homes)].map((home) => `col_${home}` as CollectionId);
}

interface Cover {
  thumbnail?: AssetId;
  color?: string;
}

function coverOf(
  n: number,
  { assets, collections }: SyntheticSizes,
  pictures: readonly GeneratedPicture[],
): Cover {
  for (let candidate = n; candidate < assets; candidate += collections) {
    const member = candidate % 3 !== 2 && !isForeign(candidate);
    if (member && kindOf(candidate) === 'image') return coverBy(candidate, pictures);
  }
  return {};
}

function coverBy(n: number, pictures: readonly GeneratedPicture[]): Cover {
  const color = hasThumbnail(kindOf(n)) ? pictures[n % pictures.length]?.color : undefined;
  return { thumbnail: `asset_${n}` as AssetId, ...(color && { color }) };
}

function at(n: number): string {
  return new Date(START + n * 61_000).toISOString();
}

function pick(values: readonly string[], n: number): string {
  return values[n % values.length] ?? '';
}
