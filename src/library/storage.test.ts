import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { createIndexedDbStorage } from './indexed-db-storage';
import { insertAssets } from './insert-assets';
import { insertCollections } from './insert-collections';
import { createMemoryStorage } from './memory-storage';
import type { Storage } from './storage';

let databases = 0;
const kinds: readonly [string, () => Storage][] = [
  ['memory', createMemoryStorage],
  [
    'IndexedDB',
    () => {
      databases += 1;
      return createIndexedDbStorage({ name: `storage-test-${databases}` });
    },
  ],
];

describe.each(kinds)('a storage in %s', (_name, create) => {
  it('keeps all of a write or nothing', async () => {
    const storage = create();
    await storage.write(['facts'], async (tx) => tx.put('facts', { name: 'a', value: 1 }));
    const failing = storage.write(['facts'], async (tx) => {
      tx.put('facts', { name: 'a', value: 2 });
      tx.put('facts', { name: 'b', value: 2 });
      tx.delete('facts', 'a');
      expect(await tx.get('facts', 'b')).toEqual({ name: 'b', value: 2 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const all = await storage.read(['facts'], (tx) => tx.range('facts', {}));
    expect(all).toEqual([{ name: 'a', value: 1 }]);
    storage.close();
  });

  it('refuses tables outside the scope', async () => {
    const storage = create();
    await expect(storage.read(['facts'], (tx) => tx.get('tags', 'x'))).rejects.toHaveProperty('message');
    storage.close();
  });

  it('reads ranges in both directions with open and closed ends', async () => {
    const storage = create();
    await storage.write(['facts'], async (tx) => {
      for (const name of ['a', 'b', 'c', 'd']) tx.put('facts', { name, value: name });
    });
    const names = async (query: object) =>
      (await storage.read(['facts'], (tx) => tx.range('facts', query))).map(({ name }) => name).join('');
    expect(await names({ from: 'b' })).toBe('bcd');
    expect(await names({ from: 'b', fromOpen: true, to: 'd', toOpen: true })).toBe('c');
    expect(await names({ reverse: true, limit: 2 })).toBe('dc');
    expect(await names({ from: 'c', to: 'b' })).toBe('');
    await storage.write(['facts'], async (tx) => tx.deleteRange('facts', { from: 'b', to: 'c' }));
    expect(await names({})).toBe('ad');
    storage.close();
  });
});

type Step = { method: string; path: string; body?: unknown };

/** Few ids, so that steps meet: members added twice, assets deleted and asked for again. */
const assetId = fc.integer({ min: 0, max: 7 }).map((n) => `asset_${n}`);
const collectionId = fc.integer({ min: 0, max: 3 }).map((n) => `col_${n}`);
const ids = fc.array(assetId, { minLength: 1, maxLength: 4 });
const filter = fc.constantFrom('collectionIds IS EMPTY', 'kind = image', 'NOT tags = "t1"', 'width > 150');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    method: fc.constantFrom('PUT', 'DELETE'),
    path: collectionId.map((id) => `collections/${id}/assets`),
    body: fc.record({ assetIds: ids }),
  }),
  fc.record({
    method: fc.constant('DELETE'),
    path: fc.constant('assets'),
    body: fc.record({ assetIds: fc.array(assetId, { minLength: 1, maxLength: 1 }) }),
  }),
  fc.record({ method: fc.constant('DELETE'), path: collectionId.map((id) => `collections/${id}`) }),
  fc.record({
    method: fc.constant('PUT'),
    path: collectionId.map((id) => `collections/${id}`),
    body: fc.record({ thumbnail: fc.option(assetId) }),
  }),
  fc.record({
    method: fc.constant('PUT'),
    path: assetId.map((id) => `assets/${id}/tags`),
    body: fc.record({ add: fc.subarray(['t1', 't2']), strict: fc.boolean() }),
  }),
  fc.record({
    method: fc.constant('PUT'),
    path: assetId.map((id) => `assets/${id}`),
    body: fc.record({ name: fc.constantFrom('Élan', 'river stone', '') }),
  }),
);
const LOOKS: readonly Step[] = [
  { method: 'GET', path: 'collections' },
  { method: 'GET', path: 'tags' },
  { method: 'GET', path: 'assets?sortBy=createdAt&sortDirection=asc&pageSize=3' },
  { method: 'GET', path: 'assets?sortBy=updatedAt' },
  { method: 'GET', path: 'assets?collectionId=col_1' },
  { method: 'POST', path: 'search/assets', body: { query: 'el riv', page: 1 } },
];

async function libraryIn(storage: Storage) {
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
  await insertCollections(
    storage,
    [0, 1, 2].map((n) => ({ id: `col_${n}` as CollectionId, name: `Collection ${n}`, createdAt: at(n) })),
  );
  await insertAssets(
    storage,
    [0, 1, 2, 3, 4, 5].map((n) => ({
      asset: {
        id: `asset_${n}` as AssetId,
        kind: n % 2 ? 'image' : 'video',
        mimeType: 'image/png',
        createdAt: at(n % 3),
        properties: { size: 1, width: n * 50, height: 10 },
      },
      original: new Uint8Array(3),
    })),
  );
  let clock = 100;
  const app = createLibraryApp({
    storage,
    now: () => {
      clock += 1;
      return new Date(at(clock));
    },
  });
  return async ({ method, path, body }: Step) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await app.request(`http://library.test/v1/${path}`, init);
    const text = (await answer.text()).replaceAll(/trace_\w+/g, 'trace');
    return `${answer.status} ${text}`;
  };
}

describe('memory and IndexedDB', () => {
  it('answer every sequence of requests alike', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), filter, async (steps, expression) => {
        databases += 1;
        const storages = [
          createMemoryStorage(),
          createIndexedDbStorage({ name: `storage-test-${databases}` }),
        ] as const;
        const [inMemory, inIdb] = await Promise.all([libraryIn(storages[0]), libraryIn(storages[1])]);
        const search = { method: 'POST', path: 'search/assets', body: { filter: expression, page: 1 } };
        for (const next of [...steps, ...LOOKS, search]) {
          expect(await inIdb(next)).toBe(await inMemory(next));
        }
        for (const storage of storages) storage.close();
      }),
      { numRuns: 25 },
    );
  });
});
