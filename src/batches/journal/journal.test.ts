import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset, buildCollection } from '~/testing/builders';
import { NO_CHANGES } from '../pending-changes';
import { planBatch } from '../plan';
import journalOfVersionOne from './journal-v1.json' with { type: 'json' };
import { openIndexedDbJournal } from './indexed-db-journal';

const props = buildCollection({ id: 'props' as CollectionId, name: 'Props' });
const assets = Array.from({ length: 450 }, (_, n) =>
  summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId, name: `Picture ${n}` })),
);
const plan = (id: string, count = 3, now = 1) =>
  planBatch(
    { kind: 'add', to: props, items: { assets: assets.slice(0, count), models: [] } },
    { id, workspaceId: 'w', now, changes: NO_CHANGES },
  );

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the journal in IndexedDB', () => {
  it('reads back what it wrote, in the order of handing over, each workspace for itself', async () => {
    const journal = await openIndexedDbJournal('w');
    const other = await openIndexedDbJournal('elsewhere');
    await journal.begin(plan('b', 450, 2));
    await journal.begin(plan('a', 1, 1));
    await other.begin(plan('c'));
    const { batches } = await journal.load();
    expect(batches.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(batches[1]).toEqual(plan('b', 450, 2));
  });

  it('is what its events come to', async () => {
    const journal = await openIndexedDbJournal('w');
    await journal.begin(plan('a'));
    await journal.append('a', { type: 'sending', ids: ['asset_0', 'asset_1'], at: 2 }, []);
    await journal.append('a', { type: 'done', ids: ['asset_0'], at: 3 }, []);
    const key = await journal.append(
      'a',
      { type: 'failed', ids: ['asset_1'], reason: 'unreachable', message: 'No answer', at: 4 },
      [['new-a' as CollectionId, props.id]],
    );
    const { batches, aliases } = await journal.load();
    expect(batches[0]).toMatchObject({
      pending: [{ kind: 'add', assets: [{ id: 'asset_2', name: 'Picture 2' }] }],
      done: [{ kind: 'add', assets: [{ id: 'asset_0' }] }],
      failures: [{ reason: 'unreachable', sent: ['asset_1'] }],
      sent: [],
      updatedAt: 4,
      lastEvent: key,
    });
    expect(aliases).toEqual([['new-a', 'props']]);
  });

  it('keeps the members of a collection that is about to be deleted', async () => {
    const journal = await openIndexedDbJournal('w');
    const intent = { kind: 'delete-collection', collection: props } as const;
    await journal.begin(planBatch(intent, { id: 'a', workspaceId: 'w', now: 1, changes: NO_CHANGES }));
    const change = { ...intent, assets, models: [], complete: true };
    await journal.append('a', { type: 'members', change, at: 2 }, []);
    expect((await journal.read('a'))?.pending).toEqual([change]);
  });

  it('forgets', async () => {
    const journal = await openIndexedDbJournal('w');
    await journal.begin(plan('a'));
    await journal.append('a', { type: 'dismissed', at: 2 }, []);
    await journal.forget(['a']);
    expect((await journal.load()).batches).toEqual([]);
    const db = await openDB('vitrine-journal', 1);
    expect(await Promise.all(['pieces', 'events'].map((name) => db.count(name)))).toEqual([0, 0]);
  });

  it('reads what the first version wrote', async () => {
    const journal = await openIndexedDbJournal('w');
    const db = await openDB('vitrine-journal', 1);
    for (const record of journalOfVersionOne.batches) await db.add('batches', record);
    for (const record of journalOfVersionOne.pieces) await db.add('pieces', record);
    for (const record of journalOfVersionOne.events) await db.add('events', record);
    const { batches, unreadable } = await journal.load();
    expect(unreadable).toEqual([]);
    expect(batches).toMatchObject([
      {
        id: 'one',
        state: 'running',
        intent: { kind: 'move', from: { name: 'Props' }, to: { name: 'Hero' } },
        pending: [{ kind: 'remove', onlyIfIn: 'hero', assets: [{ id: 'asset_0', name: 'Picture 0' }] }],
        done: [{ kind: 'add', collectionId: 'hero', assets: [{ id: 'asset_0' }] }],
        sent: ['asset_0'],
      },
    ]);
  });

  it('keeps and names what a later version wrote, and goes on with the rest', async () => {
    const journal = await openIndexedDbJournal('w');
    await journal.begin(plan('a'));
    await journal.begin(plan('b'));
    const db = await openDB('vitrine-journal', 1);
    const later = { version: 2, scope: 'w', batchId: 'b', event: { type: 'something new' } };
    await db.add('events', later);
    const { batches, unreadable } = await journal.load();
    expect(batches.map(({ id }) => id)).toEqual(['a']);
    expect(unreadable).toEqual([{ id: 'b', title: 'Adding 3 to Props' }]);
    expect(await db.getAll('events')).toEqual([later]);
  });
});
