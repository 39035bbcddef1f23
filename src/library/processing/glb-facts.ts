import * as z from 'zod/mini';
import type { AssetProperties } from '~/contract/asset';
import { asciiAt, viewOf } from './bytes';

const count = z.optional(z.number());
const gltfSchema = z.looseObject({
  accessors: z.optional(z.array(z.looseObject({ count }))),
  meshes: z.optional(
    z.array(
      z.looseObject({
        primitives: z.array(
          z.looseObject({ attributes: z.record(z.string(), z.number()), indices: count, mode: count }),
        ),
      }),
    ),
  ),
  skins: z.optional(z.array(z.looseObject({ joints: z.array(z.number()) }))),
  animations: z.optional(z.array(z.unknown())),
});

export type GlbFacts = Pick<
  AssetProperties,
  'faceCount' | 'vertexCount' | 'boneCount' | 'hasSkeleton' | 'hasAnimations' | 'hasNormals' | 'hasUVs'
>;

const TRIANGLES = 4;

/** Counts of a binary glTF 2.0 from its JSON chunk; undefined where the file is broken or cut off. */
export function readGlbFacts(bytes: Uint8Array): GlbFacts | undefined {
  const json = readJsonChunk(bytes);
  const parsed = gltfSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { accessors = [], meshes = [], skins = [], animations = [] } = parsed.data;
  const primitives = meshes.flatMap((mesh) => mesh.primitives);
  const countOf = (accessor: number | undefined) =>
    accessor === undefined ? 0 : (accessors[accessor]?.count ?? 0);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const bones = new Set(skins.flatMap(({ joints }) => joints)).size;
  return {
    vertexCount: sum(primitives.map(({ attributes }) => countOf(attributes['POSITION']))),
    faceCount: sum(
      primitives
        .filter(({ mode }) => (mode ?? TRIANGLES) === TRIANGLES)
        .map(({ indices, attributes }) => Math.floor(countOf(indices ?? attributes['POSITION']) / 3)),
    ),
    boneCount: bones,
    hasSkeleton: bones > 0,
    hasAnimations: animations.length > 0,
    hasNormals: primitives.some(({ attributes }) => 'NORMAL' in attributes),
    hasUVs: primitives.some(({ attributes }) => 'TEXCOORD_0' in attributes),
  };
}

/** Header: magic, version, length of the whole file; then chunks, JSON first (glTF 2.0, 4.4). */
function readJsonChunk(bytes: Uint8Array): unknown {
  const view = viewOf(bytes);
  if (bytes.length < 20 || view.getUint32(4, true) !== 2 || view.getUint32(8, true) > bytes.length) {
    return undefined;
  }
  const length = view.getUint32(12, true);
  if (asciiAt(bytes, 16, 4) !== 'JSON' || 20 + length > bytes.length) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as unknown;
  } catch {
    return undefined;
  }
}
