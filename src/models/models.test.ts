import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '~/api/model-summary';
import { createApiClient } from '~/api/client';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { matchesModel } from './model-filters';
import { modelTypes } from './model-item';
import { modelQueries } from './model-queries';

describe('filtering models', () => {
  const model = {
    name: 'Émaux',
    description: 'Enamel look',
    tags: ['glass'],
    type: 'custom',
  } as unknown as ModelSummary;
  it.each([
    [{}, true],
    [{ q: 'emaux' }, true],
    [{ q: 'GLASS enamel' }, true],
    [{ q: 'glass wood' }, false],
    [{ type: 'custom' }, true],
    [{ type: 'flux.1' }, false],
  ])('%o', (filters, expected) => {
    expect(matchesModel(model, filters)).toBe(expected);
  });
});

describe('the types to choose from', () => {
  it('are each named once, and a model without one adds none', () => {
    const items = ['flux.1-lora', '', 'custom', 'flux.1-lora', ''].map((type) => ({ type }) as ModelSummary);
    expect(modelTypes([{ items, next: undefined, unusable: 0 }])).toEqual(['custom', 'flux.1-lora']);
  });
});

describe('listing models', () => {
  it('reads the private ones to their end, then the public ones', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { searchParams } = new URL(new Request(input, init).url);
      const privacy = searchParams.get('privacy') ?? '';
      const collection = searchParams.get('collectionId') ?? searchParams.get('collectionIds');
      asked.push([privacy, searchParams.get('paginationToken') ?? '-', collection].join(' '));
      const model = {
        id: `m${asked.length}`,
        type: 't',
        status: 'trained',
        privacy,
        source: 'other',
        tags: [],
        collectionIds: [],
        exampleAssetIds: [],
        capabilities: [],
        custom: true,
        trainingImagesNumber: 0,
        createdAt: '',
        updatedAt: '',
      };
      const first = privacy === 'private' && !searchParams.has('paginationToken');
      return Response.json({ models: [model], ...(first && { nextPaginationToken: 'a:b' }) });
    };
    const workspace: Workspace = {
      id: 'w',
      name: 'W',
      kind: 'remote',
      client: createApiClient({ baseUrl: 'http://library.test/v1', fetch }),
    };
    const data = await new QueryClient().fetchInfiniteQuery({
      ...modelQueries.list(workspace, { collectionId: 'c' as CollectionId }),
      pages: 9,
    });
    expect(asked).toEqual(['private - c', 'private a:b c', 'public - c']);
    expect(data.pages.flatMap((page) => page.items)).toHaveLength(3);
  });
});
