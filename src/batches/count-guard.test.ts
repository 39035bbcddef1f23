import { notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { summarizeAsset } from '~/api/asset-summary';
import { countAssets, getAssetsInBulk } from '~/api/assets';
import { getCollection } from '~/api/collections';
import { queryKeys } from '~/api/query-keys';
import type { Collection } from '~/contract/collection';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset } from '~/testing/builders';
import { createLibraryWorkspace } from '~/testing/library-workspace';
import { projectCollection } from './project-collections';
import { projectAssetCount } from './project-count';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };

describe('counts that are read again between what the server did and its answer', () => {
  it('never show what is pending twice', async () => {
    const library = await createLibraryWorkspace({ assets: 120, collections: ['Props'] });
    const { client, workspace } = library;
    const queryClient = new QueryClient();
    const batches = new WorkspaceBatches({ workspace, queryClient });
    const assets = await getAssetsInBulk(
      client,
      Array.from({ length: 120 }, (_, n) => `asset_${n}` as AssetId),
    );
    const view = { collectionId: props.id };
    const record = {
      queryKey: queryKeys.collectionDetail(workspace.id, props.id),
      queryFn: () => getCollection(client, props.id),
    };
    const count = {
      queryKey: queryKeys.assetCount(workspace.id, view),
      queryFn: () => countAssets(client, { filter: `collectionIds = "${props.id}"` }),
    };
    await Promise.all([queryClient.fetchQuery(record), queryClient.fetchQuery(count)]);
    const shown = new Set<string>();
    const note = () => {
      const { changes } = batches.store.getState();
      const collection = queryClient.getQueryData<Collection>(record.queryKey);
      const total = queryClient.getQueryData<number>(count.queryKey);
      if (!collection || total === undefined) return;
      const seen = [
        projectCollection(collection, changes).assetCount,
        projectAssetCount(total, changes, view),
      ];
      shown.add(seen.join());
    };
    // As views do: one look for each notification.
    const leave = [record, count].map((options) =>
      new QueryObserver<unknown>(queryClient, { ...options, staleTime: Infinity }).subscribe(
        notifyManager.batchCalls(note),
      ),
    );
    library.failWith(async ({ method }, send) => {
      if (method !== 'PUT') return send();
      const answer = await send();
      // Applied, not yet answered: now everything is read again.
      await Promise.all([queryClient.refetchQueries(record), queryClient.refetchQueries(count)]);
      note();
      return answer;
    });
    await batches.act({ kind: 'add', to: props, items: { assets, models: [] } });
    library.failWith(undefined);
    await queryClient.refetchQueries(record);
    note();
    expect([...shown]).toEqual(['120,120']);
    for (const end of leave) end();
  });

  it('believes what others did as soon as nothing is on its way', async () => {
    const library = await createLibraryWorkspace({ assets: 3, collections: ['Props'] });
    const { client, workspace } = library;
    const queryClient = new QueryClient();
    const batches = new WorkspaceBatches({ workspace, queryClient });
    const queryKey = queryKeys.collectionDetail(workspace.id, props.id);
    const record = { queryKey, queryFn: () => getCollection(client, props.id), staleTime: 0 };
    await queryClient.fetchQuery(record);
    const items = (id: string) => ({
      assets: [summarizeAsset(buildAsset({ id: id as AssetId }))],
      models: [],
    });
    await batches.act({ kind: 'add', to: props, items: items('asset_0') });
    const elsewhere = new WorkspaceBatches({ workspace, queryClient: new QueryClient() });
    await elsewhere.act({ kind: 'add', to: props, items: items('asset_1') });
    expect((await queryClient.fetchQuery(record)).assetCount).toBe(2);
    expect(queryClient.getQueryData<Collection>(queryKey)?.assetCount).toBe(2);
  });
});
