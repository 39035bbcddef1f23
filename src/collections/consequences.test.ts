import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset, buildCollection } from '~/testing/builders';
import { consequencesOfDeleting } from './consequences';

const asset = (id: string, ...collectionIds: string[]) =>
  summarizeAsset(buildAsset({ id: id as AssetId, collectionIds: collectionIds as CollectionId[] }));
const collection = (name: string, cover?: string) =>
  buildCollection({
    name,
    ...(cover !== undefined && { thumbnail: { assetId: cover as AssetId, url: '' } }),
  });

describe('consequencesOfDeleting', () => {
  it.each([
    [[asset('a')], [], 'It is in no collection.'],
    [[asset('a', 'x', 'y'), asset('b', 'y')], [], 'They are in 2 collections.'],
    [[asset('a')], [collection('Props', 'a')], 'It is the thumbnail of 1 collection (Props).'],
    [
      [asset('a', 'x'), asset('b', 'x')],
      ['Props', 'Hero', 'Street', 'Sky'].map((name) => collection(name, 'b')),
      'They are in 1 collection and the thumbnail of 4 collections (Props, Hero, Street and 1 more).',
    ],
  ])('says what depends on them (%#)', (assets, collections, text) => {
    expect(consequencesOfDeleting(assets, collections)).toBe(text);
  });
});
