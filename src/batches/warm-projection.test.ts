import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { arrivals } from './arrivals';
import { indexChanges } from './pending-changes';
import { projectItem } from './project-item';
import { warmProjection } from './warm-projection';

describe('warmProjection', () => {
  it('goes through thousands in several tasks; they are the same objects when they are asked for', async () => {
    const assets = Array.from({ length: 2500 }, (_, n) =>
      summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId, collectionIds: [] })),
    );
    const collectionId = 'props' as CollectionId;
    const changes = indexChanges([{ kind: 'add', collectionId, assets, models: [] }]);
    let tasks = 0;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      tasks += 1;
      port1.close();
    });
    port1.start();
    port2.postMessage(undefined);
    await warmProjection(changes);
    expect(tasks).toBe(1);
    const [first, second] = [1, 2].map(() => arrivals(changes.assets, changes, { collectionId }));
    expect(first).toHaveLength(2500);
    expect(second).toBe(first);
    const project = () => assets.map((asset) => projectItem(asset, changes.assets.get(asset.id), changes));
    const shown = project();
    expect(shown[0]?.collectionIds).toEqual([collectionId]);
    expect(project().every((asset, index) => asset === shown[index])).toBe(true);
  });
});
