import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { deleteAssets, getAssetsInBulk } from '~/api/assets';
import { deleteCollection, getCollection } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { TakeBackQuestion } from './batch-store';
import type { Clock } from './clock';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };

async function start() {
  const library = await createLibraryWorkspace({ assets: 5, collections: ['Props'] });
  const { client, workspace } = library;
  let now = Date.UTC(2026, 5, 1);
  const clock: Clock = { now: () => now, random: () => 0.5, sleep: async (ms) => void (now += ms) };
  const batches = new WorkspaceBatches({ workspace, queryClient: new QueryClient(), clock });
  const assets = await getAssetsInBulk(
    client,
    [0, 1, 2, 3, 4].map((n) => `asset_${n}` as AssetId),
  );
  await batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
  const asked = () =>
    new Promise<TakeBackQuestion>((resolve) => {
      const leave = batches.store.subscribe(({ question }) => {
        if (!question) return;
        leave();
        resolve(question);
      });
    });
  return { client, batches, assets, asked, later: () => (now += 3_600_000) };
}

describe('an undo that can no longer be whole', () => {
  it('says so before it does what it can', async () => {
    const { client, batches, assets, asked } = await start();
    await batches.act({ kind: 'delete-assets', assets: assets.slice(0, 2) });
    const question = asked();
    const undone = batches.undo();
    const { lostAssets, assets: of, can, answer } = await question;
    expect([lostAssets, of]).toEqual([['asset_0', 'asset_1'], 5]);
    expect(can).toMatchObject([{ kind: 'remove', assets: [{}, {}, {}] }]);
    expect((await getCollection(client, props.id)).assetCount).toBe(3);
    answer(true);
    expect((await undone)?.state).toBe('done');
    expect((await getCollection(client, props.id)).assetCount).toBe(0);
    expect(batches.store.getState().question).toBeUndefined();
  });

  it('stays undone where the person would rather not, and can be asked for again', async () => {
    const { batches, assets, asked } = await start();
    await batches.act({ kind: 'delete-assets', assets: assets.slice(0, 1) });
    const question = asked();
    const undone = batches.undo();
    (await question).answer(false);
    expect(await undone).toBeUndefined();
    expect(batches.undoStack.getState().undo).toHaveLength(1);
  });

  it('looks at what others may have done since', async () => {
    const { client, batches, asked, later } = await start();
    await deleteAssets(client, ['asset_4' as AssetId]);
    await deleteCollection(client, props.id);
    later();
    const question = asked();
    const undone = batches.undo();
    const { lostAssets, lostCollections, can, answer } = await question;
    expect([lostAssets, lostCollections, can]).toEqual([['asset_4'], [props.id], []]);
    answer(true);
    expect(await undone).toBeUndefined();
  });

  it('asks nothing where all of it is still there', async () => {
    const { client, batches, later } = await start();
    later();
    expect((await batches.undo())?.state).toBe('done');
    expect((await getCollection(client, props.id)).assetCount).toBe(0);
  });
});
