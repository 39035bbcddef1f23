import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { CollectionId, ModelId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import type { AssetFilters } from './asset-filters';
import { assetMatcher } from './asset-matcher';

const props = 'col_props' as CollectionId;
const asset = summarizeAsset(
  buildAsset({
    kind: 'image',
    tags: ['hero'],
    collectionIds: [props],
    createdAt: new Date('2026-03-04T12:00:00').toISOString(),
  }),
);

describe('what a filter hides', () => {
  it.each<[AssetFilters, boolean | undefined]>([
    [{}, true],
    [{ sort: 'oldest' }, true],
    [{ kind: 'image', tag: 'hero', collectionId: props }, true],
    [{ kind: 'video' }, false],
    [{ tag: 'draft' }, false],
    [{ model: 'model_1' as ModelId }, false],
    [{ unfiled: true }, false],
    [{ collectionId: 'col_other' as CollectionId }, false],
    [{ after: '2026-03-04', before: '2026-03-04' }, true],
    [{ after: '2026-03-05' }, false],
    [{ before: '2026-03-03' }, false],
    [{ q: 'fox' }, undefined],
    [{ q: 'fox', kind: 'video' }, false],
  ])('%j: let in is %s', (filters, letIn) => {
    expect(assetMatcher(filters)(asset)).toBe(letIn);
  });
});
