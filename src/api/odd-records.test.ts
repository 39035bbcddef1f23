import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { ApiError } from './api-error';
import { readAssetSummary } from './asset-summary';
import { countAssets, getAsset, getAssetsInBulk, listAssets, searchAssets } from './assets';
import { createApiClient } from './client';
import { getCollection, listCollections } from './collections';
import { getModel, listModels } from './models';
import { listTags } from './tags';

function clientAnswering(body: unknown, init: ResponseInit = {}) {
  return createApiClient({
    baseUrl: 'http://library.test/v1',
    fetch: async () => new Response(JSON.stringify(body) ?? '', init),
  });
}
const signal = new AbortController().signal;
const SCENARIO = 'https://cdn.cloud.scenario.com';

describe('an asset that is not as promised', () => {
  it.each<[string, object, object]>([
    ['without a name shows its prompt', { metadata: { prompt: ' a fox ' } }, { name: 'a fox' }],
    ['without name and prompt shows its id', { metadata: {} }, { name: 'a1' }],
    ['with a number for a name', { metadata: { name: 7 } }, { name: '7' }],
    ['without metadata', { metadata: null, kind: 'video' }, { name: 'a1', kind: 'video' }],
    ['of a kind nobody knows', { kind: 'hologram' }, { kind: 'hologram' }],
    ['a hit, whose kind is in its metadata', { metadata: { kind: 'audio' } }, { kind: 'audio' }],
    ['a hit, whose kind is in its type alone', { mimeType: 'model/gltf-binary' }, { kind: '3d' }],
    ['with a number as text', { properties: { width: '640', height: 'tall' } }, { width: 640, height: 0 }],
    ['with sizes below zero', { properties: { width: -4, size: -1 } }, { width: 0, size: 0 }],
    ['with null for a list', { tags: null, collectionIds: 'c1' }, { tags: [], collectionIds: [] }],
    ['with odd entries in a list', { tags: ['a', null, { b: 1 }, '', 3] }, { tags: ['a', '3'] }],
    ['still pending', { status: 'pending' }, { status: 'pending' }],
    ['of a status nobody knows', { status: 'melting' }, { status: 'melting' }],
    ['with a script for an address', { url: 'javascript:alert(1)' }, { url: '', thumbnailUrl: undefined }],
    ['with half a thumbnail', { thumbnail: { assetId: 'a2' } }, { thumbnailUrl: undefined }],
    ['never updated', { createdAt: '2026-01-02T00:00:00Z' }, { updatedAt: '2026-01-02T00:00:00Z' }],
  ])('%s', (_what, record, expected) => {
    expect(readAssetSummary({ id: 'a1', ...record })).toMatchObject({ id: 'a1', ...expected });
  });

  it('keeps what the viewer shows and drops what it cannot', async () => {
    const asset = { id: 'a1', embedding: [0.1], metadata: { seed: 12, lighting: 'dusk' }, novel: true };
    const read = await getAsset(clientAnswering({ asset }), 'a1' as AssetId);
    expect(read).toMatchObject({ novel: true, metadata: { seed: '12', lighting: 'dusk' } });
    expect(read).not.toHaveProperty('embedding');
  });
});

describe('a thumbnail on the service', () => {
  const signed = `${SCENARIO}/assets-transform/a1?p=100&Policy=x&Signature=y`;
  it.each<[string, object, string | undefined]>([
    ['is asked in tile size', { thumbnail: { assetId: 'a2', url: signed } }, `${signed}&width=512`],
    [
      'keeps other addresses as they were signed',
      { thumbnail: { assetId: 'a2', url: `${SCENARIO}/assets/a1?Signature=y` } },
      `${SCENARIO}/assets/a1?Signature=y`,
    ],
    [
      'follows the rule where there is none',
      { url: `${SCENARIO}/assets/a1?S=y` },
      `${SCENARIO}/thumbnails/a1`,
    ],
    [
      'is that of the asset a hit names',
      { url: `${SCENARIO}/assets/a1`, metadata: { thumbnail: { assetId: 'a3' } } },
      `${SCENARIO}/thumbnails/a3`,
    ],
    ['elsewhere is the picture', { kind: 'image', url: 'https://x.test/a.png' }, 'https://x.test/a.png'],
    ['elsewhere is no film', { kind: 'video', url: 'https://x.test/a.mp4' }, undefined],
  ])('%s', (_what, record, expected) => {
    expect(readAssetSummary({ id: 'a1', ...record })?.thumbnailUrl).toBe(expected);
  });
});

it('a thumbnail of a collection and of a model is asked in tile size too', async () => {
  const url = `${SCENARIO}/assets-transform/a1?p=100&Signature=y`;
  const thumbnail = { assetId: 'a1', url };
  const collection = await getCollection(
    clientAnswering({ collection: { id: 'c1', thumbnail } }),
    'c1' as CollectionId,
  );
  expect(collection.thumbnail?.url).toBe(`${url}&width=512`);
  const models = await listModels(clientAnswering({ models: [{ id: 'm1', thumbnail }] }), {}, signal);
  expect(models.items[0]?.thumbnailUrl).toBe(`${url}&width=512`);
});

describe('a page', () => {
  it.each([
    ['short, with a token, goes on', [{ id: 'a1' }], 'next', 'next'],
    ['empty, with a token, is the end', [], 'next', undefined],
    ['with an empty token is the end', [{ id: 'a1' }], '', undefined],
    ['with null for a token is the end', [{ id: 'a1' }], null, undefined],
  ])('%s', async (_what, assets, nextPaginationToken, next) => {
    const page = await listAssets(clientAnswering({ assets, nextPaginationToken }), {}, signal);
    expect(page.next).toBe(next);
  });

  it('leaves out and counts what has no id', async () => {
    const page = await listAssets(
      clientAnswering({ assets: [{ id: 'a1' }, {}, null, 'a2', []] }),
      {},
      signal,
    );
    expect(page).toMatchObject({ items: [{ id: 'a1' }], unusable: 4 });
  });

  it('that is no page is named as such', async () => {
    await expect(listAssets(clientAnswering({ assets: 'many' }), {}, signal)).rejects.toMatchObject({
      kind: 'unusable',
    });
  });
});

describe('any answer at all', () => {
  const anything = () => fc.anything({ withNullPrototype: false, maxDepth: 2 });
  const record = () => {
    const field = fc.oneof(anything(), fc.constantFrom('x', 3, null, [], {}));
    const names = [
      'id',
      'name',
      'kind',
      'metadata',
      'properties',
      'tags',
      'collectionIds',
      'url',
      'thumbnail',
    ];
    const more = ['createdAt', 'updatedAt', 'status', 'mimeType', 'assetCount', 'exampleAssetIds', 'tagName'];
    return fc.record(Object.fromEntries([...names, ...more].map((name) => [name, field])), {
      requiredKeys: [],
    });
  };
  const records = () => fc.oneof(anything(), fc.array(fc.oneof(record(), anything()), { maxLength: 4 }));
  const list = ['assets', 'hits', 'collections', 'models', 'tags'];
  const single = ['asset', 'collection', 'model'];
  const body = fc.oneof(
    anything(),
    fc.record(
      Object.fromEntries([
        ...list.map((name) => [name, records()] as const),
        ...single.map((name) => [name, fc.oneof(record(), anything())] as const),
        ...['nextPaginationToken', 'totalHits', 'reason', 'details'].map(
          (name) => [name, anything()] as const,
        ),
      ]),
      { requiredKeys: [] },
    ),
  );
  const status = fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 429, 500, 502);

  it('is read or refused in our words, never thrown at a page', async () => {
    await fc.assert(
      fc.asyncProperty(body, status, async (answer, code) => {
        const client = clientAnswering(answer, { status: code });
        const reads: Promise<unknown>[] = [
          listAssets(client, {}, signal),
          getAsset(client, 'a' as AssetId),
          getAssetsInBulk(client, []),
          searchAssets(client, { query: 'x' }),
          countAssets(client, { query: 'x' }),
          listCollections(client, undefined, signal),
          getCollection(client, 'c' as CollectionId),
          listModels(client, {}, signal),
          getModel(client, 'm' as ModelId),
          listTags(client, undefined, signal),
        ];
        const thrown = (await Promise.allSettled(reads)).flatMap((read) =>
          read.status === 'rejected' ? [read.reason as unknown] : [],
        );
        expect(thrown.filter((error) => !(error instanceof ApiError))).toEqual([]);
      }),
    );
  });
});
