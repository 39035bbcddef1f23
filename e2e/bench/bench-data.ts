import type { AssetId, CollectionId } from '~/contract/ids';
import type { AssetInsertion } from '~/library/insert-assets';

/** Different pictures; the first assets have one each, those after them share. */
export const PICTURES = 3000;
/** An empty collection to add to. */
export const TARGET = { id: 'col_bench_target' as CollectionId, name: 'Bench target' };
const COLLECTIONS = 24;

const START = Date.UTC(2024, 0, 1);
/** Five hundred with one timestamp, as after an import of a folder; in every size of library. */
const SAME_TIME = { from: 300, to: 800 };
/** Width ÷ height, with how often it comes in a hundred. */
const SHAPES: readonly (readonly [width: number, height: number, share: number])[] = [
  [1024, 1024, 38],
  [832, 1216, 16],
  [1216, 832, 14],
  [3840, 2160, 10],
  [1080, 1920, 8],
  [6000, 4000, 7],
  [2048, 858, 4],
  [768, 1376, 2],
  [4096, 1024, 1],
];
const WORDS =
  'ancient harbour lantern moss river stone copper dome red fox glacier market dawn fog rain neon gouache study knight armour castle forest deep sea coral city skyline portrait woman old man child desert dune storm light volumetric cinematic detailed concept art matte painting isometric room interior plant window cat dragon scale texture wood metal rust fabric leather glass crystal ice fire smoke spell icon potion sword shield bow arrow map ship train robot mech alien planet moon star nebula mountain valley bridge tower ruin temple garden flower tree leaf autumn winter spring summer'.split(
    ' ',
  );
const TAGS = ['hero', 'draft', 'texture', 'character', 'environment', 'prop', 'ui', 'reference'];

/** The collections of every bench library, oldest first. */
export function benchCollections() {
  const first = new Date(START).toISOString();
  return [
    { ...TARGET, createdAt: first },
    ...Array.from({ length: COLLECTIONS }, (_, n) => ({
      id: collectionId(n),
      name: `Bench ${n + 1}`,
      createdAt: first,
      thumbnail: assetId(n * 11),
      color: benchColor(n * 11),
    })),
  ];
}

/** Asset number `n`, the same in every size of library; numbers rise with the date. */
export function benchAsset(n: number): AssetInsertion {
  const { width, height } = benchSize(n);
  const random = randomOf(n + 1e6);
  const at = n >= SAME_TIME.from && n < SAME_TIME.to ? SAME_TIME.from : n;
  const generated = random() < 0.7;
  const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => pick(WORDS, random()));
  return {
    asset: {
      id: assetId(n),
      kind: 'image',
      mimeType: generated ? 'image/png' : 'image/jpeg',
      // About fifteen minutes apart: 100,000 assets are three years.
      createdAt: new Date(START + at * 947_000 + (at % 977)).toISOString(),
      thumbnail: pictureId(n),
      color: benchColor(n),
      tags: random() < 0.4 ? [pick(TAGS, random())] : [],
      collectionIds: random() < 0.5 ? [collectionId(Math.floor(random() * COLLECTIONS))] : [],
      metadata: {
        kind: 'image',
        ...(generated
          ? { type: 'txt2img', prompt: words.join(' '), seed: String(Math.floor(random() * 4e9)) }
          : { type: 'uploaded', name: `${words.slice(0, 2).join(' ')} ${n}.jpg` }),
        ...(n % 50 !== 49 && { width, height }),
      },
      properties: {
        size: Math.round(width * height * (0.15 + random() * 0.9)),
        ...(n % 50 !== 49 && { width, height }),
      },
    },
  };
}

/** Pixels of asset `n`: those of its picture, enlarged. */
export function benchSize(n: number): { width: number; height: number } {
  let left = randomOf(n % PICTURES)() * 100;
  for (const [width, height, share] of SHAPES) {
    left -= share;
    if (left < 0) return { width, height };
  }
  return { width: 1024, height: 1024 };
}

/** The asset whose thumbnail stands for asset `n`. */
export function pictureId(n: number): AssetId {
  return assetId(n % PICTURES);
}

/** About the middle of the ground of asset `n`'s picture (see draw-picture.ts). */
function benchColor(n: number): string {
  const hue = randomOf((n % PICTURES) + 5e6)() * 360 + 30;
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const level = 0.42 - 0.18 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * level)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/** Id of asset number `n`. */
export function assetId(n: number): AssetId {
  return `asset_bench_${String(n).padStart(6, '0')}` as AssetId;
}

function collectionId(n: number): CollectionId {
  return `col_bench_${n}` as CollectionId;
}

/** Numbers from 0 to 1 that depend on `seed` alone. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e_37_79_b1);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(values: readonly T[], at: number): T {
  return values[Math.floor(at * values.length)] as T;
}
