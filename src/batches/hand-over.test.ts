import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import type { ActIntent, Batch } from './batch';
import { createBatchStore, putBatch } from './batch-store';
import { HandOver, MANY } from './hand-over';
import { nextTask } from '~/ui/next-task';
import { indexChanges } from './pending-changes';
import { planBatch } from './plan';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };
const hero = { id: 'col_1' as CollectionId, name: 'Hero' };
const assets = Array.from({ length: MANY }, (_, n) =>
  summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId, collectionIds: [] })),
);

function start() {
  const store = createBatchStore();
  const handOver = new HandOver(store);
  const plan = (intent: ActIntent) => {
    const { changes, batches } = store.getState();
    return planBatch(intent, {
      id: `batch-${batches.length}`,
      workspaceId: 'w',
      now: batches.length,
      changes,
    });
  };
  const add = (count: number, to = props): ActIntent => ({
    kind: 'add',
    to,
    items: { assets: assets.slice(0, count), models: [] },
  });
  const show = (count: number, intent: ActIntent) =>
    handOver.show(
      count,
      () => plan(intent),
      async (batch) => batch,
    );
  const changes = () => store.getState().changes;
  return { store, handOver, plan, add, show, changes };
}

describe('handing over', () => {
  it('shows a few items at once', () => {
    const { add, show, changes } = start();
    void show(3, add(3));
    expect(changes().assets.size).toBe(3);
  });

  it('shows thousands in a later task, and what comes after them is planned with them', async () => {
    const { handOver, add, show, changes } = start();
    const first = show(MANY, add(MANY));
    const second = show(3, add(3));
    expect(changes().assets.size).toBe(0);
    await nextTask();
    expect(changes().assets.size).toBe(0);
    await handOver.shown;
    expect(changes().assets.size).toBe(MANY);
    expect((await first).pending).toHaveLength(1);
    expect(await second).toMatchObject({ pending: [], already: 3 });
    // Nothing waits any more: a few items are shown at once again.
    void show(3, add(3, hero));
    expect(changes().collections.has(hero.id)).toBe(true);
  });

  it('minds what has been shown while thousands were made ready', async () => {
    const { store, handOver, plan, add, show, changes } = start();
    const handed = show(MANY, add(MANY));
    const other: Batch = { ...plan(add(5, hero)), id: 'of another tab' };
    await nextTask();
    await nextTask();
    putBatch(store, other);
    await handOver.shown;
    expect(changes()).toEqual(indexChanges([...other.pending, ...(await handed).pending]));
  });

  it('goes on after a plan that cannot be made', async () => {
    const { handOver, add, show, changes } = start();
    const failed = handOver.show(
      MANY,
      () => {
        throw new Error('No such thing.');
      },
      async () => undefined,
    );
    const after = show(2, add(2));
    await expect(failed).rejects.toThrow('No such thing.');
    await after;
    expect(changes().assets.size).toBe(2);
  });

  it('takes back thousands that are not even shown yet', async () => {
    const { workspace } = await createLibraryWorkspace({ assets: MANY, collections: ['Props'] });
    const batches = new WorkspaceBatches({ workspace, queryClient: new QueryClient() });
    const added = batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
    const undone = batches.undo();
    expect((await added).state).toBe('cancelled');
    await undone;
    expect(batches.store.getState().changes.assets.size).toBe(0);
    expect(batches.undoStack.getState().undo).toEqual([]);
  });
});
