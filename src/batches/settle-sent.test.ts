import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { getAssetsInBulk } from '~/api/assets';
import { listCollections } from '~/api/collections';
import type { Collection } from '~/contract/collection';
import type { AssetId } from '~/contract/ids';
import { createLibraryWorkspace, type Fault } from '~/testing/library-workspace';
import type { ActIntent } from './batch';
import type { Clock } from './clock';
import { WorkspaceBatches } from './workspace-batches';

async function start() {
  const library = await createLibraryWorkspace({ assets: 3, collections: ['Props'] });
  const { client, workspace } = library;
  let now = Date.now();
  const clock: Clock = { now: () => now, random: () => 0.5, sleep: async (ms) => void (now += ms) };
  const batches = new WorkspaceBatches({ workspace, queryClient: new QueryClient(), clock });
  const ids = ['asset_0', 'asset_1', 'asset_2'] as AssetId[];
  const read = () => getAssetsInBulk(client, ids);
  const collections = async () =>
    (await listCollections(client, undefined, new AbortController().signal)).items;
  const [props] = await collections();
  const world = async () => ({
    collections: (await collections()).map(({ name, assetCount, thumbnail }) => ({
      name,
      assetCount,
      thumbnail: thumbnail?.assetId,
    })),
    tags: (await read()).map(({ tags }) => tags),
  });
  return { ...library, batches, read, world, props: props as Collection };
}

type Scene = Awaited<ReturnType<typeof start>>;

const ACTS: readonly [string, (scene: Scene) => Promise<ActIntent>][] = [
  ['a collection made', async ({ read }) => ({ kind: 'create', name: 'New', items: await itemsOf(read) })],
  ['a new name', async ({ props }) => ({ kind: 'rename', collection: props, name: 'Set pieces' })],
  [
    'a thumbnail',
    async ({ props }) => ({
      kind: 'set-thumbnail',
      collection: props,
      thumbnail: { assetId: 'asset_1' as AssetId, url: '' },
    }),
  ],
  ['a deleted collection', async ({ props }) => ({ kind: 'delete-collection', collection: props })],
  ['members added', async ({ read, props }) => ({ kind: 'add', to: props, items: await itemsOf(read) })],
  ['tags', async ({ read }) => ({ kind: 'edit-tags', assets: await read(), add: ['hero'], remove: [] })],
];

describe('an act that is undone while nobody knows whether its request came through', () => {
  it.each(ACTS)('%s: is looked at and taken back', async (_, intentOf) => {
    const scene = await start();
    const { batches, failWith, world } = scene;
    const before = await world();
    const intent = await intentOf(scene);
    let undone: Promise<unknown> | undefined;
    const unreadable: Fault = async ({ method, path }, send) => {
      const answer = await send();
      if (undone || method === 'GET' || path.endsWith('get-bulk')) return answer;
      undone = batches.undo();
      return new Response('{"collection": {', { headers: { 'content-type': 'application/json' } });
    };
    failWith(unreadable);
    const batch = await batches.act(intent);
    expect(batch.state).toBe('cancelled');
    await undone;
    expect(await world()).toEqual(before);
  });
});

async function itemsOf(read: Scene['read']) {
  return { assets: await read(), models: [] };
}
