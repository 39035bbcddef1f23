import { QueryClient } from '@tanstack/react-query';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getAssetsInBulk } from '~/api/assets';
import { getCollection } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createFakeLocks } from '~/testing/fake-locks';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { Batch } from './batch';
import { openIndexedDbJournal } from './journal/indexed-db-journal';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function start(count = 60) {
  const library = await createLibraryWorkspace({ assets: count, collections: ['Props'] });
  const ids = Array.from({ length: count }, (_, n) => `asset_${n}` as AssetId);
  const assets = await getAssetsInBulk(library.client, ids);
  const locks = createFakeLocks();
  const openTab = async () => {
    const batches = new WorkspaceBatches({
      workspace: library.workspace,
      queryClient: new QueryClient(),
      journal: await openIndexedDbJournal('test'),
      locks,
    });
    const settled = new Promise<Batch>((resolve) => {
      batches.onSettled(resolve);
    });
    await batches.connect();
    /** Whether this is the tab that tells the result. */
    return { batches, tells: async () => (await settled).tab === batches.tab };
  };
  const add = (batches: WorkspaceBatches) =>
    batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
  /** Resolves when the first request is on its way, which is answered when the function it gives is called. */
  const begun = (batches: WorkspaceBatches) =>
    new Promise<() => void>((resolve) => {
      library.failWith(async ({ method }, send) => {
        if (method !== 'PUT') return send();
        library.failWith(undefined);
        await new Promise<void>((answer) => resolve(answer));
        return send();
      });
      void add(batches);
    });
  return { library, openTab, add, begun };
}

describe('the result of a batch', () => {
  it('is told where the person acted, as long as that tab is open, whichever runs it', async () => {
    const { openTab, add } = await start();
    const runner = await openTab();
    const acting = await openTab();
    void add(acting.batches);
    expect(await Promise.all([runner.tells(), acting.tells()])).toEqual([false, true]);
  });

  it('is told by the tab that goes on with it, and no other, where that one was closed', async () => {
    const { openTab, begun } = await start();
    const acting = await openTab();
    const answer = await begun(acting.batches);
    await acting.batches.close();
    const [next, third] = [await openTab(), await openTab()];
    answer();
    expect(await Promise.all([next.tells(), third.tells()])).toEqual([true, false]);
  });
});

describe('a tab that was closed while a request was on its way', () => {
  it('does nothing more with the batch, whatever is answered and whether it still knows it', async () => {
    const { library, openTab, begun } = await start(40);
    const thrown: unknown[] = [];
    const hear = (reason: unknown) => thrown.push(reason);
    process.on('unhandledRejection', hear);
    const acting = await openTab();
    const answer = await begun(acting.batches);
    await acting.batches.close();
    acting.batches.store.setState({ batches: [] });
    answer();
    const { client } = library;
    await expect.poll(async () => (await getCollection(client, props.id)).assetCount).toBe(40);
    const puts = () => library.requests.filter(({ method }) => method === 'PUT');
    expect(puts()).toHaveLength(1);
    process.off('unhandledRejection', hear);
    expect(thrown).toEqual([]);
  });
});
