import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { insertAssets } from './insert-assets';
import { createMemoryStorage } from './memory-storage';

/** Between two pages: an asset comes (at that second) or goes. */
const event = fc.record({ add: fc.boolean(), second: fc.integer({ min: 0, max: 12 }) });

describe('paging', () => {
  it('shows what stays exactly once and in order, whatever comes and goes in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 25 }),
        fc.array(event, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('asc', 'desc'),
        fc.constantFrom('', '&types=txt2img,uploaded', '&type=uploaded', '&modelId=m'),
        async (seconds, events, pageSize, direction, filter) => {
          const storage = createMemoryStorage();
          const app = createLibraryApp({ storage });
          let made = 0;
          const add = async (at: readonly number[]) => {
            const fresh = at.map((second) => {
              made += 1;
              const type = made % 2 ? 'uploaded' : 'txt2img';
              return {
                asset: {
                  id: `asset_${made % 7}_${made}` as AssetId,
                  kind: 'image',
                  mimeType: 'image/png',
                  createdAt: new Date(second * 1000).toISOString(),
                  metadata: { kind: 'image', type, ...(made % 3 && { modelId: 'm' }) },
                },
              };
            });
            await insertAssets(storage, fresh);
            return fresh.map(({ asset }) => asset.id as string);
          };
          const list = async (token?: string) => {
            const query = `pageSize=${pageSize}&sortBy=createdAt&sortDirection=${direction}${filter}`;
            const page = token ? `&paginationToken=${encodeURIComponent(token)}` : '';
            const answer = await app.request(`http://library.test/v1/assets?${query}${page}`);
            return (await answer.json()) as {
              assets: { id: string; createdAt: string }[];
              nextPaginationToken?: string;
            };
          };
          const present = new Set(await add(seconds));
          const gone = new Set<string>();
          const came = new Set<string>();
          const seen: { id: string; createdAt: string }[] = [];
          let page = await list();
          const queue = [...events];
          for (;;) {
            seen.push(...page.assets);
            if (!page.nextPaginationToken) break;
            const next = queue.shift();
            if (next?.add) for (const id of await add([next.second])) came.add(id);
            const [victim] = next && !next.add ? [...present].filter((id) => !gone.has(id)) : [];
            if (victim !== undefined) {
              gone.add(victim);
              await app.request('http://library.test/v1/assets', {
                method: 'DELETE',
                body: JSON.stringify({ assetIds: [victim] }),
              });
            }
            page = await list(page.nextPaginationToken);
          }
          const ids = seen.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const whole = await app.request(
            `http://library.test/v1/assets?pageSize=100&sortBy=createdAt&sortDirection=${direction}${filter}`,
          );
          const now = ((await whole.json()) as { assets: { id: string }[] }).assets.map(({ id }) => id);
          const stayed = now.filter((id) => !came.has(id));
          expect(ids.filter((id) => !came.has(id) && !gone.has(id))).toEqual(stayed);
        },
      ),
      { numRuns: 60 },
    );
  });
});
