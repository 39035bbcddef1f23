import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { getAsset, listAssets } from '~/api/assets';
import { deleteCollection, getCollection } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import {
  createLibraryWorkspace,
  type Fault,
  type LibraryWorkspace,
  type SeenRequest,
} from '~/testing/library-workspace';
import { resultMessage } from './batch-message';
import { createdCollectionId, outcomeOf } from './batch-outcome';
import type { Clock } from './clock';
import { WorkspaceBatches } from './workspace-batches';

/** Time passes only by sleeping, and at once. */
function fakeClock(): Clock & { slept: number[] } {
  let now = Date.UTC(2026, 5, 1);
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => 0.5,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}

const props = { id: 'col_0' as CollectionId, name: 'Props' };
const hero = { id: 'col_1' as CollectionId, name: 'Hero' };

async function start(seed: { assets?: number; foreign?: number; models?: number } = {}) {
  const library = await createLibraryWorkspace({ assets: 60, ...seed, collections: ['Props', 'Hero'] });
  const clock = fakeClock();
  const batches = new WorkspaceBatches({
    workspace: library.workspace,
    queryClient: new QueryClient(),
    clock,
  });
  const read = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => summarizeAsset(await getAsset(library.client, id as AssetId))));
  const items = async (from: number, to: number, prefix = 'asset') => ({
    assets: await read(Array.from({ length: to - from }, (_, n) => `${prefix}_${from + n}`)),
    models: [],
  });
  return { ...library, library, clock, batches, items };
}

async function members({ client }: LibraryWorkspace, collectionId: CollectionId): Promise<string[]> {
  const { signal } = new AbortController();
  const page = await listAssets(client, { collectionId, pageSize: 100, sortBy: 'createdAt' }, signal);
  return page.items.map(({ id }) => id).sort();
}

const isWrite = ({ method, path }: SeenRequest) => method !== 'GET' && !path.endsWith('get-bulk');
const once = (match: (request: SeenRequest) => boolean, fault: Fault): Fault => {
  let used = false;
  return (request, send) => {
    if (used || !match(request)) return undefined;
    used = true;
    return fault(request, send);
  };
};
const lost = () => {
  throw new TypeError('Failed to fetch');
};

describe('batches on the library', () => {
  it('adds 60 in two requests of at most 49 and says so', async () => {
    const { library, batches, items, requests } = await start();
    requests.length = 0;
    const batch = await batches.act({ kind: 'add', to: props, items: await items(0, 60) });
    expect(resultMessage(batch)).toEqual({ text: 'Added 60 to Props', detail: undefined });
    expect(requests.filter(isWrite).map(({ ids }) => ids.length)).toEqual([49, 11]);
    expect(await members(library, props.id)).toHaveLength(60);
  });

  it('shows the result before the first request', async () => {
    const { batches, items, requests } = await start();
    const chosen = await items(0, 2);
    requests.length = 0;
    const settled = batches.act({ kind: 'add', to: props, items: chosen });
    expect(batches.store.getState().changes.assets.size).toBe(2);
    expect(requests).toEqual([]);
    await settled;
    expect(batches.store.getState().changes.assets.size).toBe(0);
  });

  it.each<[string, Fault]>([
    [
      'after it was applied',
      async (_request, send) => {
        await send();
        return lost();
      },
    ],
    ['before it was applied', lost],
    ['as a 500', () => Response.json({ error: 'boom' }, { status: 500 })],
    ['as a 502 page', () => new Response('<html>', { status: 502 })],
    [
      'as a 200 that is not JSON',
      async (_request, send) => {
        await send();
        return new Response('<html>');
      },
    ],
  ])('does every chunk once when an answer is lost %s', async (_name, fault) => {
    const { library, batches, items, failWith, requests } = await start();
    const chosen = await items(0, 60);
    requests.length = 0;
    failWith(once(isWrite, fault));
    const batch = await batches.act({ kind: 'add', to: props, items: chosen });
    expect(batch.state).toBe('done');
    expect(await members(library, props.id)).toHaveLength(60);
    expect((await getCollection(library.client, props.id)).assetCount).toBe(60);
    await batches.undo();
    expect(await members(library, props.id)).toEqual([]);
  });

  it('waits as long as the workspace asks', async () => {
    const { batches, items, failWith, clock } = await start();
    const chosen = await items(0, 1);
    failWith(
      once(isWrite, () => Response.json({ reason: 'cooldown', remainingSeconds: 30 }, { status: 429 })),
    );
    const batch = await batches.act({ kind: 'add', to: props, items: chosen });
    expect(batch.state).toBe('done');
    expect(clock.slept).toEqual([30_000]);
  });

  it('names what belongs to another team and adds the rest', async () => {
    const { library, batches, items } = await start({ foreign: 2 });
    const own = await items(0, 58);
    const foreign = await items(0, 2, 'foreign');
    const mixed = { assets: [...own.assets, ...foreign.assets], models: [] };
    const batch = await batches.act({ kind: 'add', to: props, items: mixed });
    expect(resultMessage(batch)).toEqual({ text: 'Added 58 to Props', detail: '2 belong to another team' });
    expect(outcomeOf(batch).failed).toEqual(new Set(['foreign_0', 'foreign_1']));
    expect(await members(library, props.id)).toHaveLength(58);
  });

  it('counts what somebody else has added meanwhile as in, and leaves it in on undo', async () => {
    const { library, batches, items } = await start();
    const stale = await items(0, 5);
    await batches.act({ kind: 'add', to: props, items: await items(0, 2) });
    const other = new WorkspaceBatches({ workspace: library.workspace, queryClient: new QueryClient() });
    const batch = await other.act({ kind: 'add', to: props, items: stale });
    expect(resultMessage(batch)).toEqual({ text: 'Added 3 to Props', detail: '2 already in' });
    await other.undo();
    expect(await members(library, props.id)).toEqual(['asset_0', 'asset_1']);
  });

  it('knows as its own what the browser sent twice by itself, also when it is stopped just then', async () => {
    const library = await createLibraryWorkspace({ assets: 60, collections: ['Props'] });
    const batches = new WorkspaceBatches({ workspace: library.workspace, queryClient: new QueryClient() });
    const ids = Array.from({ length: 60 }, (_, n) => `asset_${n}` as AssetId);
    const assets = await Promise.all(
      ids.map(async (id) => summarizeAsset(await getAsset(library.client, id))),
    );
    const add = () => batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
    library.failWith(async ({ method, ids: [first] }, send) => {
      if (method === 'PUT' && first === 'asset_0') await send();
      return send();
    });
    expect(resultMessage(await add()).detail).toBeUndefined();
    await batches.undo();
    expect(await members(library, props.id)).toEqual([]);
    library.failWith(async ({ method, path }, send) => {
      if (method === 'PUT') await send();
      if (path.endsWith('get-bulk')) batches.cancel(batches.store.getState().batches.at(-1)?.id ?? '');
      return send();
    });
    expect((await add()).state).toBe('cancelled');
    library.failWith(undefined);
    await batches.undo();
    expect(await members(library, props.id)).toEqual([]);
  });

  it('moves without letting anything fall between, and back', async () => {
    const { library, batches, items, failWith } = await start({ foreign: 0 });
    await batches.act({ kind: 'add', to: props, items: await items(0, 4) });
    failWith(({ path, ids }) =>
      path === 'collections/col_1/assets' && ids.includes('asset_3')
        ? Response.json({ reason: 'no' }, { status: 403 })
        : undefined,
    );
    const batch = await batches.act({ kind: 'move', from: props, to: hero, items: await items(0, 4) });
    expect(resultMessage(batch).text).toBe('Moved 3 from Props to Hero');
    expect(await members(library, props.id)).toEqual(['asset_3']);
    expect(await members(library, hero.id)).toEqual(['asset_0', 'asset_1', 'asset_2']);
    failWith(undefined);
    await batches.undo();
    expect(await members(library, props.id)).toHaveLength(4);
    expect(await members(library, hero.id)).toEqual([]);
    await batches.redo();
    expect(await members(library, hero.id)).toEqual(['asset_0', 'asset_1', 'asset_2']);
  });

  it('creates from a selection, and what comes next may use it at once', async () => {
    const { library, batches, items } = await start();
    const creating = batches.act({ kind: 'create', name: 'New', items: await items(0, 3) });
    const draft = [...batches.store.getState().changes.collections.keys()][0] as CollectionId;
    const adding = batches.act({ kind: 'add', to: { id: draft, name: 'New' }, items: await items(3, 5) });
    const [created] = await Promise.all([creating, adding]);
    const id = createdCollectionId(created) as CollectionId;
    expect(await members(library, id)).toHaveLength(5);
    expect(batches.resolveCollectionId(draft)).toBe(id);
  });

  it('says of a collection that is gone that it is, and not of what was to enter it', async () => {
    const { library, batches, items } = await start();
    await deleteCollection(library.client, hero.id);
    const batch = await batches.act({ kind: 'add', to: hero, items: await items(0, 3) });
    expect(batch.failures.map(({ reason }) => reason)).toEqual(['collection-gone']);
    expect(resultMessage(batch)).toEqual({
      text: 'Not added: 3 to Hero',
      detail: 'The collection no longer exists',
    });
  });

  it('brings a deleted collection back under a new id that earlier undos still find', async () => {
    const { library, batches, items } = await start({ models: 1 });
    await batches.act({ kind: 'add', to: props, items: await items(0, 3) });
    const collection = await getCollection(library.client, props.id);
    const deleted = await batches.act({ kind: 'delete-collection', collection });
    expect(resultMessage(deleted).text).toBe('Deleted collection Props (3 items)');
    await batches.undo();
    const id = batches.resolveCollectionId(props.id);
    expect(id).not.toBe(props.id);
    expect(await members(library, id)).toHaveLength(3);
    await batches.undo();
    expect(await members(library, id)).toEqual([]);
    await batches.redo();
    expect(await members(library, id)).toHaveLength(3);
  });

  it('asks before deleting a collection whose members cannot be read', async () => {
    const { library, batches, failWith } = await start();
    const collection = await getCollection(library.client, props.id);
    failWith(({ path, method }) =>
      method === 'GET' && path === 'assets' ? Response.json({ reason: 'no' }, { status: 403 }) : undefined,
    );
    const batch = await batches.act({ kind: 'delete-collection', collection });
    expect(batch.failures.map(({ reason }) => reason)).toEqual(['unread-members']);
    expect((await getCollection(library.client, props.id)).name).toBe('Props');
    const again = await batches.retry(batch.id, { anyway: true });
    expect(again?.state).toBe('done');
  });

  it('cancels what has not been sent and keeps what is done', async () => {
    const { library, batches, items, failWith } = await start();
    const chosen = await items(0, 60);
    failWith((request) => {
      if (isWrite(request)) batches.cancel(batches.store.getState().batches.at(-1)?.id ?? '');
      return undefined;
    });
    const batch = await batches.act({ kind: 'add', to: props, items: chosen });
    expect(batch.state).toBe('cancelled');
    expect(resultMessage(batch).text).toBe('Added 49 to Props');
    failWith(undefined);
    await batches.undo();
    expect(await members(library, props.id)).toEqual([]);
  });

  it('renames, sets a thumbnail and takes both back', async () => {
    const { library, batches } = await start();
    const collection = await getCollection(library.client, props.id);
    await batches.act({ kind: 'rename', collection, name: 'Set pieces' });
    const thumbnail = { assetId: 'asset_1' as AssetId, url: '' };
    await batches.act({ kind: 'set-thumbnail', collection, thumbnail });
    const changed = await getCollection(library.client, props.id);
    expect([changed.name, changed.thumbnail?.assetId]).toEqual(['Set pieces', 'asset_1']);
    await batches.undo();
    await batches.undo();
    const back = await getCollection(library.client, props.id);
    expect([back.name, back.thumbnail]).toEqual(['Props', undefined]);
  });

  it('gives up after lost answers, keeps the rest retryable', async () => {
    const { library, batches, items, failWith } = await start();
    const chosen = await items(0, 3);
    failWith(lost);
    const batch = await batches.act({ kind: 'add', to: props, items: chosen });
    expect(batch.state).toBe('failed');
    failWith(undefined);
    expect((await batches.retry(batch.id))?.state).toBe('done');
    expect(await members(library, props.id)).toHaveLength(3);
  });
});
