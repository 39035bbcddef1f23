import { type InfiniteData, notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import { viewAssetPages } from './project-pages';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };
type Pages = InfiniteData<Page<AssetSummary>>;

describe('a batch of many requests', () => {
  it('is the same listing from beginning to end, and is shown less often than it is answered', async () => {
    const library = await createLibraryWorkspace({ assets: 500, collections: ['Props'] });
    const { workspace } = library;
    const queryClient = new QueryClient();
    const batches = new WorkspaceBatches({ workspace, queryClient });
    const view = { collectionId: props.id };
    const queryKey = queryKeys.assetList(workspace.id, view);
    const empty: Page<AssetSummary> = { items: [], next: undefined, unusable: 0 };
    queryClient.setQueryData<Pages>(queryKey, { pages: [empty], pageParams: [undefined] });
    const assets = Array.from({ length: 500 }, (_, n) =>
      summarizeAsset(buildAsset({ id: `asset_${n}` as AssetId, collectionIds: [] })),
    );
    const shown = new Set<unknown>();
    const steps = new Set<unknown>();
    const look = notifyManager.batchCalls(() => {
      const { changes } = batches.store.getState();
      const data = queryClient.getQueryData<Pages>(queryKey);
      if (!data || changes.assets.size === 0) return;
      steps.add(changes);
      shown.add(viewAssetPages(data, changes, view));
    });
    const leave = [
      new QueryObserver(queryClient, { queryKey, enabled: false }).subscribe(look),
      batches.store.subscribe(look),
    ];
    let answers = 0;
    library.failWith(({ method }, send) => {
      if (method === 'PUT') answers += 1;
      return send();
    });
    await batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
    expect(answers).toBe(11);
    expect(steps.size).toBeGreaterThan(0);
    expect(steps.size).toBeLessThan(answers);
    expect(shown.size).toBe(1);
    const [listing] = shown;
    expect((listing as Pages).pages[0]?.items).toHaveLength(500);
    expect(queryClient.getQueryData<Pages>(queryKey)?.pages[0]?.items).toEqual(
      (listing as Pages).pages[0]?.items,
    );
    for (const end of leave) end();
    await batches.close();
  });
});
