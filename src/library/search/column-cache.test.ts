import { expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from '../app';
import { createMemoryStorage } from '../memory-storage';
import type { Storage } from '../storage';
import { insertAssets } from '../insert-assets';

const DAY = '2026-01-01T00:00:00.000Z';

/** A library of some widths that says how often columns were read. */
async function openLibrary(widths: readonly (number | undefined)[]) {
  const memory = createMemoryStorage();
  let count = 0;
  const add = async (added: readonly (number | undefined)[]) =>
    insertAssets(
      memory,
      added.map((width) => {
        count += 1;
        const metadata = { kind: 'image', type: 'uploaded', ...(width !== undefined && { width }) } as const;
        return {
          asset: {
            id: `asset_${count}` as AssetId,
            kind: 'image',
            mimeType: 'image/png',
            createdAt: DAY,
            metadata,
          },
        };
      }),
    );
  await add(widths);
  let reads = 0;
  const storage: Storage = {
    ...memory,
    read: (tables, work) =>
      memory.read(tables, (tx) =>
        work({
          ...tx,
          range: (table, query) => {
            if (table === 'columns') reads += 1;
            return tx.range(table, query);
          },
        }),
      ),
  };
  const app = createLibraryApp({ storage });
  const search = async () => {
    const body = JSON.stringify({ query: '', sortBy: ['width:asc'] });
    const answer = await app.request('http://library.test/v1/search/assets', { method: 'POST', body });
    const { hits } = (await answer.json()) as { hits: { id: AssetId; metadata: { width?: number } }[] };
    return hits;
  };
  const remove = async (id?: AssetId) =>
    app.request('http://library.test/v1/assets', {
      method: 'DELETE',
      body: JSON.stringify({ assetIds: [id] }),
    });
  const order = async () => (await search()).map(({ metadata }) => metadata.width);
  return { add, remove, search, order, reads: () => reads };
}

it('reads a column once, and again when it has changed', async () => {
  const { add, remove, search, order, reads } = await openLibrary([30, 10, 20]);
  expect(await order()).toEqual([10, 20, 30]);
  expect(await order()).toEqual([10, 20, 30]);
  expect(reads()).toBe(1);
  await add([15]);
  expect(await order()).toEqual([10, 15, 20, 30]);
  expect(reads()).toBe(2);
  const [first] = await search();
  await remove(first?.id);
  expect(await order()).toEqual([15, 20, 30]);
});

it('has a place for assets that have no such number', async () => {
  const { add, order } = await openLibrary([20, 10]);
  expect(await order()).toEqual([10, 20]);
  await add(Array.from({ length: 5000 }, () => undefined));
  expect((await order()).slice(0, 3)).toEqual([10, 20, undefined]);
});
