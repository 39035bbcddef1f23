import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { createBatchStore } from './batch-store';
import { indexChanges, NO_CHANGES } from './pending-changes';
import { projectItem } from './project-item';
import { warmProjection } from './warm-projection';

describe('warmProjection', () => {
  it('goes through thousands in several tasks, and minds what has changed meanwhile', async () => {
    const store = createBatchStore();
    const assets = Array.from({ length: 2500 }, (_, n) =>
      summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId, collectionIds: [] })),
    );
    const collectionId = 'props' as CollectionId;
    store.setState({ changes: indexChanges([{ kind: 'add', collectionId, assets, models: [] }]) });
    let tasks = 0;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      tasks += 1;
      if (tasks === 1) store.setState({ changes: NO_CHANGES });
      else port1.close();
    });
    port1.start();
    for (let n = 0; n < 2; n += 1) port2.postMessage(undefined);
    await warmProjection(store);
    expect(tasks).toBeGreaterThan(0);
    for (const asset of assets) expect(projectItem(asset, undefined, NO_CHANGES)).toBe(asset);
  });
});
