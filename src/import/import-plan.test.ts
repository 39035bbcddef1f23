import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionNameSchema } from '~/contract/collection';
import { LIMITS } from '~/contract/limits';
import { folderCollectionName, PART_BYTES, planParts, uploadKindOf } from './import-plan';

describe('planParts', () => {
  it('covers every byte once, in at most 10,000 parts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(PART_BYTES * 3), fc.bigInt(0n, 2n ** 42n).map(Number)), (size) => {
        const parts = planParts(size);
        expect(parts.length).toBeLessThanOrEqual(LIMITS.partsPerUpload);
        expect(parts[0]?.start).toBe(0);
        expect(parts.at(-1)?.end).toBe(size);
        const gap = parts.find(
          (part, index) => part.number !== index + 1 || part.start !== (parts[index - 1]?.end ?? 0),
        );
        expect(gap).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [1, 1],
    [PART_BYTES, 1],
    [PART_BYTES + 1, 2],
    [PART_BYTES * LIMITS.partsPerUpload + 1, LIMITS.partsPerUpload],
  ])('%i bytes are %i parts', (size, count) => {
    expect(planParts(size)).toHaveLength(count);
  });
});

describe('folderCollectionName', () => {
  it.each([
    ['a.png', undefined],
    ['Refs/a.png', 'Refs'],
    ['Refs/Castles/Old/a.png', 'Refs / Castles / Old'],
    ['Refs/ Castles /a.png', 'Refs / Castles'],
    ['Refs/a\u0007b/x.png', 'Refs / ab'],
    ['/ /a.png', undefined],
  ])('%j → %j', (path, name) => {
    expect(folderCollectionName(path)).toBe(name);
  });

  it('is a name the contract takes, whatever the folders are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 5 }), (names) => {
        const name = folderCollectionName([...names, 'a.png'].join('/'));
        expect(name === undefined || collectionNameSchema.safeParse(name).success).toBe(true);
      }),
    );
  });
});

describe('uploadKindOf', () => {
  it.each([
    ['a.png', 'image/png', 'image'],
    ['a.mp4', 'video/mp4', 'video'],
    ['a.ogg', 'audio/ogg', 'audio'],
    ['a.txt', 'text/plain', 'text'],
    ['a.glb', '', '3d'],
    ['a.bin', 'model/gltf-binary', '3d'],
    ['a.pdf', 'application/pdf', 'asset'],
    ['a', '', 'asset'],
  ])('%s of type %j is sent as %s', (name, type, kind) => {
    expect(uploadKindOf(name, type)).toBe(kind);
  });
});
