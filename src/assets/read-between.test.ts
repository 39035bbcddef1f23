import { describe, expect, it } from 'vitest';
import { createQueryClient } from '~/query-client';
import { buildAsset } from '~/testing/builders';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { Workspace } from '~/workspaces/workspace';
import { readBetween } from './read-between';
import { readMatching } from './read-matching';

const START = Date.UTC(2025, 0, 1);
/** Thirty share each date. */
const assets = Array.from({ length: 450 }, (_, n) => {
  const at = new Date(START + Math.floor(n / 30) * 1000).toISOString();
  return buildAsset({ createdAt: at, updatedAt: at, metadata: { width: 100 + (n % 50) } });
});

async function openLibrary(): Promise<Workspace> {
  const { workspace, add } = await createLibraryWorkspace();
  await add(assets);
  return workspace;
}

describe('a range', () => {
  it.each([
    [{}],
    [{ sort: 'oldest' }],
    [{ sort: 'updated' }],
    [{ kind: 'image' }],
    [{ sort: 'width' }],
  ] as const)('is read from end to end: %j', async (filters) => {
    const workspace = await openLibrary();
    const { signal } = new AbortController();
    const shared = { workspace, filters, signal, onProgress: () => undefined };
    const found = await readMatching({ ...shared, queryClient: createQueryClient() });
    const all = [...found.items.values()];
    expect(all).toHaveLength(450);
    for (const [from, to] of [
      [0, 449],
      [37, 38],
      [44, 311],
      [123, 123],
    ] as const) {
      const [first, last] = [all[from], all[to]];
      if (!first || !last) throw new Error('There are fewer');
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const range = await readBetween({ ...shared, first, last });
      expect([...range.ids]).toEqual(all.slice(from, to + 1).map(({ id }) => id));
    }
  });

  it('fails where its end is no longer listed', async () => {
    const workspace = await openLibrary();
    const { signal } = new AbortController();
    const shared = { workspace, filters: {}, signal, onProgress: () => undefined };
    const found = await readMatching({ ...shared, queryClient: createQueryClient() });
    const [first] = found.items.values();
    if (!first) throw new Error('There is none');
    const last = { ...first, id: buildAsset({}).id };
    await expect(readBetween({ ...shared, first, last })).rejects.toThrow('The listing has changed');
  });
});
