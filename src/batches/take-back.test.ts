import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { deleteAssets, getAssetsInBulk } from '~/api/assets';
import { deleteCollection, getCollection, listCollections } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { TakeBackQuestion } from './batch-store';
import type { Clock } from './clock';
import { createdCollectionId } from './batch-outcome';
import { WorkspaceBatches } from './workspace-batches';
import { nextTask } from '~/ui/next-task';

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

  it('is in nobody’s way once they were told that nothing of it is left', async () => {
    const { client, batches, assets, asked } = await start();
    const collection = await getCollection(client, props.id);
    await batches.act({ kind: 'rename', collection, name: 'Set pieces' });
    const chairs = await batches.act({ kind: 'create', name: 'Chairs', items: { assets: [], models: [] } });
    const to = { id: createdCollectionId(chairs) as CollectionId, name: 'Chairs' };
    await batches.act({ kind: 'add', to, items: { assets: assets.slice(0, 1), models: [] } });
    await batches.act({ kind: 'delete-assets', assets: assets.slice(0, 1) });
    const question = asked();
    const undone = batches.undo();
    expect((await question).can).toEqual([]);
    (await question).answer(false);
    expect(await undone).toBeUndefined();
    // The next level: the collection is gone, then the one before has its name back.
    expect((await batches.undo())?.intent).toMatchObject({ kind: 'undo', of: { kind: 'create' } });
    await batches.undo();
    expect((await getCollection(client, props.id)).name).toBe('Props');
  });

  it('lets the level before through where somebody else has taken back what an act did', async () => {
    const { client, batches, assets } = await start();
    const collection = await getCollection(client, props.id);
    await batches.act({ kind: 'rename', collection, name: 'Set pieces' });
    const chairs = await batches.act({ kind: 'create', name: 'Chairs', items: { assets: [], models: [] } });
    const to = { id: createdCollectionId(chairs) as CollectionId, name: 'Chairs' };
    await batches.act({ kind: 'add', to, items: { assets, models: [] } });
    await deleteCollection(client, to.id);
    expect((await batches.undo())?.done).toEqual([]);
    expect((await batches.undo())?.done).toEqual([]);
    await batches.undo();
    expect((await getCollection(client, props.id)).name).toBe('Props');
  });

  it('counts a collection once, whatever ids it has had', async () => {
    const { client, batches, assets, asked, later } = await start();
    const items = { assets: assets.slice(0, 1), models: [] };
    const chairs = await batches.act({ kind: 'create', name: 'Chairs', items });
    await deleteCollection(client, createdCollectionId(chairs) as CollectionId);
    later();
    const question = asked();
    const undone = batches.undo();
    expect((await question).lostCollections).toHaveLength(1);
    (await question).answer(false);
    await undone;
  });

  it('asks nothing of a collection that is on its way back', async () => {
    const { client, batches, assets } = await start();
    const [first, second, ...rest] = assets.map((asset) => ({ assets: [asset], models: [] }));
    if (!first || !second) throw new Error('no assets');
    const chairs = await batches.act({ kind: 'create', name: 'Chairs', items: first });
    const to = { id: createdCollectionId(chairs) as CollectionId, name: 'Chairs' };
    for (const items of [second, ...rest]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await batches.act({ kind: 'add', to, items });
    }
    // oxlint-disable-next-line no-await-in-loop
    for (let times = 0; times < 5; times += 1) await batches.undo();
    const redone: Promise<unknown>[] = [];
    for (let times = 0; times < 5; times += 1) {
      const before = batches.store.getState().batches.length;
      redone.push(batches.redo());
      // oxlint-disable-next-line no-await-in-loop -- as keys are pressed, without waiting for what comes of it
      while (batches.store.getState().batches.length === before) await nextTask();
    }
    await Promise.all(redone);
    expect(batches.store.getState().question).toBeUndefined();
    const { items: there } = await listCollections(client, undefined, new AbortController().signal);
    expect(there.find(({ name }) => name === 'Chairs')?.assetCount).toBe(5);
  });

  it.each(['deleted', 'made'])(
    'asks nothing of a collection that it %s itself, however often',
    async (what) => {
      const { client, batches, assets, later } = await start();
      const items = { assets, models: [] };
      const collection = await getCollection(client, props.id);
      const picture = { assetId: 'asset_1' as AssetId, url: '' };
      await batches.act({ kind: 'set-thumbnail', collection, thumbnail: picture });
      const withCover = await getCollection(client, props.id);
      if (what === 'deleted') await batches.act({ kind: 'delete-collection', collection: withCover });
      else await batches.act({ kind: 'create', name: 'Props', items });
      if (what === 'deleted') await batches.undo();
      for (let times = 0; times < 3; times += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as keys are pressed
        await (what === 'deleted' ? batches.redo() : batches.undo());
        if (times === 1) later();
        // oxlint-disable-next-line no-await-in-loop
        await (what === 'deleted' ? batches.undo() : batches.redo());
      }
      expect(batches.store.getState().question).toBeUndefined();
      const { items: there } = await listCollections(client, undefined, new AbortController().signal);
      const counts = there.map(({ name, assetCount, thumbnail }) => [name, assetCount, thumbnail?.assetId]);
      const kept = ['Props', 5, 'asset_1'];
      const made = ['Props', 5, undefined];
      expect(new Set(counts)).toEqual(new Set(what === 'deleted' ? [kept] : [kept, made]));
    },
  );

  it('asks nothing where all of it is still there', async () => {
    const { client, batches, later } = await start();
    later();
    expect((await batches.undo())?.state).toBe('done');
    expect((await getCollection(client, props.id)).assetCount).toBe(0);
  });
});
