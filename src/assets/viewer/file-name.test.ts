import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { fileNameOf } from './file-name';

const id = 'asset_1' as AssetId;

describe('file names of originals', () => {
  it.each([
    ['Crate', 'image/png', 'Crate.png'],
    ['crate.PNG', 'image/png', 'crate.PNG'],
    ['a/b: c?', 'image/jpeg', 'a b c.jpg'],
    ['  ', 'model/gltf-binary', 'asset_1.glb'],
    ['odd', 'thing', 'odd'],
  ])('%s as %s is %s', (name, mimeType, expected) => {
    expect(fileNameOf({ id, name, mimeType })).toBe(expected);
  });
});
