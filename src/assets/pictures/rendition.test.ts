import { describe, expect, it } from 'vitest';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import type { AssetId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { renditionOf } from './rendition';

const cdn = 'https://cdn.cloud.scenario.com';
const known = (facts: Partial<AssetSummary>): AssetSummary => ({
  ...summarizeAsset(buildAsset({ id: 'asset_1' as AssetId })),
  kind: 'image',
  mimeType: 'image/png',
  thumbnailUrl: '/thumbnails/asset_1',
  url: '/assets/asset_1',
  ...facts,
});

describe('the rendition for a tile', () => {
  it.each([
    ['the thumbnail where it fills the box', { size: 100_000 }, 400, '/thumbnails/asset_1'],
    ['a small original in a larger box', { size: 100_000 }, 900, '/assets/asset_1'],
    ['the thumbnail where the original is large', { size: 9_000_000 }, 900, '/thumbnails/asset_1'],
    ['the thumbnail where nobody knows how large', { size: 0 }, 900, '/thumbnails/asset_1'],
    ['the thumbnail of what is no picture', { kind: 'video', size: 100 }, 900, '/thumbnails/asset_1'],
    [
      'the thumbnail where no browser shows the original',
      { mimeType: 'image/tiff', size: 9 },
      900,
      '/thumbnails/asset_1',
    ],
  ] as const)('is %s', (_, facts, edge, url) => {
    expect(renditionOf(known(facts), edge)).toBe(url);
  });

  it('is asked of a server that scales, behind what is signed', () => {
    const thumbnailUrl = `${cdn}/assets-transform/asset_1?p=100&Signature=x`;
    expect(renditionOf(known({ thumbnailUrl }), 300)).toBe(`${thumbnailUrl}&width=512`);
    expect(renditionOf(known({ thumbnailUrl }), 3000)).toBe(`${thumbnailUrl}&width=1024`);
    // As a record keeps it, in the size of a tile.
    expect(renditionOf(known({ thumbnailUrl: `${thumbnailUrl}&width=512` }), 200)).toBe(
      `${thumbnailUrl}&width=256`,
    );
  });

  it('is the public thumbnail where the service names only its original', () => {
    const url = `${cdn}/assets/asset_1?Policy=x`;
    expect(renditionOf(known({ url, thumbnailUrl: url }), 300)).toBe(`${cdn}/thumbnails/asset_1`);
    const elsewhere = 'https://files.example/assets/asset_1';
    expect(renditionOf(known({ url: elsewhere, thumbnailUrl: elsewhere }), 300)).toBe(elsewhere);
  });
});
