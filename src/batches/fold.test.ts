import { type InfiniteData, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { type AssetSummary, summarizeAsset } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import { queryKeys } from '~/api/query-keys';
import type { Collection } from '~/contract/collection';
import type { AssetId, CollectionId } from '~/contract/ids';
import { buildAsset, buildCollection } from '~/testing/builders';
import type { Change } from './change';
import { foldFact } from './fold';
import { indexChanges } from './pending-changes';

type Pages<T> = InfiniteData<Page<T>>;
const props = buildCollection({ id: 'props' as CollectionId, name: 'Props' });
const asset = summarizeAsset(buildAsset({ id: 'asset_1' as AssetId }));
const add: Change = { kind: 'add', collectionId: props.id, assets: [asset], models: [] };
const answered: Collection = { ...props, assetCount: 1, itemCount: 1, updatedAt: '2026-01-01T00:00:00.000Z' };

function pages<T>(...items: T[]): Pages<T> {
  return { pages: [{ items, next: undefined, unusable: 0 }], pageParams: [undefined] };
}

function fold(client: QueryClient, change: Change, records: readonly Collection[] = []) {
  foldFact(client, 'ws', { changes: indexChanges([change]), records });
}

describe('foldFact', () => {
  it('writes a confirmed addition into every cached read and leaves their age alone', () => {
    const client = new QueryClient();
    const list = queryKeys.assetList('ws', { collectionId: props.id, sort: 'newest' });
    const unfiled = queryKeys.assetList('ws', { unfiled: true, sort: 'newest' });
    const count = queryKeys.assetCount('ws', { unfiled: true });
    client.setQueryData(list, pages(), { updatedAt: 1 });
    client.setQueryData(unfiled, pages(asset));
    client.setQueryData(count, 7);
    client.setQueryData(queryKeys.assetDetail('ws', asset.id), buildAsset({ id: asset.id }));
    client.setQueryData(queryKeys.collectionList('ws'), pages(props));
    client.setQueryData(queryKeys.collectionDetail('ws', props.id), props);
    fold(client, add, [answered]);
    expect(client.getQueryData<Pages<AssetSummary>>(list)?.pages[0]?.items.map(({ id }) => id)).toEqual([
      asset.id,
    ]);
    expect(client.getQueryState(list)?.dataUpdatedAt).toBe(1);
    expect(client.getQueryData<Pages<AssetSummary>>(unfiled)?.pages[0]?.items).toEqual([]);
    expect(client.getQueryData(count)).toBe(6);
    expect(client.getQueryData(queryKeys.assetDetail('ws', asset.id))).toMatchObject({
      collectionIds: [props.id],
    });
    expect(client.getQueryData(queryKeys.collectionList('ws'))).toEqual(pages(answered));
    expect(client.getQueryData(queryKeys.collectionDetail('ws', props.id))).toEqual(answered);
  });

  it('does not let an older answer overwrite a record read later', () => {
    const client = new QueryClient();
    const later = { ...answered, assetCount: 9, itemCount: 9, updatedAt: '2026-02-01T00:00:00.000Z' };
    client.setQueryData(queryKeys.collectionDetail('ws', props.id), later);
    fold(client, add, [answered]);
    expect(client.getQueryData(queryKeys.collectionDetail('ws', props.id))).toEqual(later);
  });

  it('reads a listing again where only the server can tell whether something came in', () => {
    const client = new QueryClient();
    const searched = queryKeys.assetList('ws', { collectionId: props.id, q: 'lamp' });
    const elsewhere = queryKeys.assetList('ws', { collectionId: 'street', q: 'lamp' });
    const member = queryKeys.assetList('ws', { q: 'lamp' });
    for (const key of [searched, elsewhere, member]) client.setQueryData(key, pages<AssetSummary>());
    fold(client, add);
    const stale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
    expect([searched, elsewhere, member].map(stale)).toEqual([true, false, false]);
  });

  it('lets go of what it knows of destroyed assets and collections', () => {
    const client = new QueryClient();
    const gone = [
      queryKeys.assetDetail('ws', asset.id),
      queryKeys.assetText('ws', asset.id),
      queryKeys.collectionDetail('ws', props.id),
      queryKeys.assetList('ws', { collectionId: props.id }),
    ];
    const kept = queryKeys.assetList('ws', { sort: 'newest' });
    for (const key of [gone[3] ?? [], kept]) client.setQueryData(key, pages(asset));
    client.setQueryData(gone[0] ?? [], buildAsset({ id: asset.id }));
    client.setQueryData(gone[1] ?? [], { text: '', whole: true });
    client.setQueryData(gone[2] ?? [], props);
    fold(client, { kind: 'delete-assets', assets: [asset] });
    fold(client, { kind: 'delete-collection', collection: props, complete: true, assets: [], models: [] });
    for (const key of gone) expect(client.getQueryState(key)).toBeUndefined();
    expect(client.getQueryData<Pages<AssetSummary>>(kept)?.pages[0]?.items).toEqual([]);
  });

  it('takes the record of a deleted collection from the place that shows it', () => {
    const client = new QueryClient();
    const queryKey = queryKeys.collectionDetail('ws', props.id);
    client.setQueryData(queryKey, props);
    const queryFn = () => new Promise<Collection>(() => {});
    const leave = new QueryObserver(client, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => {});
    fold(client, { kind: 'delete-collection', collection: props, assets: [], models: [], complete: true });
    expect(client.getQueryData(queryKey)).toBeUndefined();
    leave();
  });

  it('leaves other workspaces alone', () => {
    const client = new QueryClient();
    const list = queryKeys.assetList('other', { collectionId: props.id });
    const data = pages();
    client.setQueryData(list, data);
    fold(client, add);
    expect(client.getQueryData(list)).toBe(data);
  });

  it('holds against a read that began before it', async () => {
    const client = new QueryClient();
    const queryKey = queryKeys.assetList('ws', { collectionId: props.id });
    let answer: (data: Pages<AssetSummary>) => void = () => {};
    const queryFn = () => new Promise<Pages<AssetSummary>>((resolve) => (answer = resolve));
    const shown: number[] = [];
    const observer = new QueryObserver(client, { queryKey, queryFn, initialData: pages<AssetSummary>() });
    const leave = observer.subscribe(({ data }) => shown.push(data?.pages[0]?.items.length ?? -1));
    fold(client, add);
    answer(pages());
    await client.fetchQuery({ queryKey, queryFn, staleTime: Infinity });
    expect(client.getQueryData<Pages<AssetSummary>>(queryKey)?.pages[0]?.items).toHaveLength(1);
    leave();
  });
});
