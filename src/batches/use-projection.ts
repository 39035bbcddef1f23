import type { InfiniteData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Page } from '~/api/page';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { ItemView } from './item-view';
import {
  arrivingCover,
  createdCollection,
  projectCollection,
  projectCollectionPages,
} from './project-collections';
import { projectAssetCount } from './project-count';
import { projectItem } from './project-item';
import { projectAssetWindow, projectModelPages, viewAssetPages } from './project-pages';
import { usePendingChanges } from './use-batches';

type Pages<T, P> = InfiniteData<Page<T>, P>;

interface AssetWindow {
  readonly page: Page<AssetSummary> | undefined;
  /** Its `next` leads upwards. */
  readonly up: boolean;
}

/** What a listing of assets shows: what the server said, with everything pending done. `view` = its filters. */
export function useProjectedAssetPages<P>(
  data: Pages<AssetSummary, P> | undefined,
  view: ItemView,
): Pages<AssetSummary, P> | undefined {
  const changes = usePendingChanges();
  return useMemo(() => data && viewAssetPages(data, changes, view), [data, changes, view]);
}

/** Single pages from far into a listing of assets, each as `useProjectedAssetPages`; the same list while nothing differs. */
export function useProjectedAssetWindows<W extends AssetWindow>(
  windows: readonly W[],
  view: ItemView,
): readonly W[] {
  const changes = usePendingChanges();
  return useMemo(() => {
    const projected = windows.map((one) => {
      const page = one.page && projectAssetWindow(one.page, changes, view, one.up);
      return page === one.page ? one : { ...one, page };
    });
    return projected.every((one, index) => one === windows[index]) ? windows : projected;
  }, [windows, changes, view]);
}

/** What a listing of models shows. */
export function useProjectedModelPages<P>(
  data: Pages<ModelSummary, P> | undefined,
  view: ItemView,
): Pages<ModelSummary, P> | undefined {
  const changes = usePendingChanges();
  return useMemo(() => data && projectModelPages(data, changes, view), [data, changes, view]);
}

/** What the listing of collections shows. */
export function useProjectedCollectionPages<P>(
  data: Pages<Collection, P> | undefined,
): Pages<Collection, P> | undefined {
  const changes = usePendingChanges();
  return useMemo(() => data && projectCollectionPages(data, changes), [data, changes]);
}

/** One collection: as read, or as it will be where it has only been asked for so far; undefined once deleted. */
export function useProjectedCollection(
  id: CollectionId,
  collection: Collection | undefined,
): Collection | undefined {
  const changes = usePendingChanges();
  return useMemo(() => {
    if (changes.deletedCollections.has(id)) return undefined;
    return collection ? projectCollection(collection, changes) : createdCollection(id, changes);
  }, [id, collection, changes]);
}

/** One asset: its collections and tags as they will be. */
export function useProjectedAsset(asset: AssetSummary | undefined): AssetSummary | undefined {
  const changes = usePendingChanges();
  return useMemo(() => asset && projectItem(asset, changes.assets.get(asset.id), changes), [asset, changes]);
}

/** How many assets match a view's filters; text and date filters are taken as they were read. */
export function useProjectedAssetCount<T extends number | null | undefined>(
  total: T,
  view: ItemView,
): T | number {
  const changes = usePendingChanges();
  return useMemo(
    () => (typeof total === 'number' ? projectAssetCount(total, changes, view) : total),
    [total, changes, view],
  );
}

/** The asset to draw for a collection without a thumbnail while its first members are on their way. */
export function useArrivingCover(id: CollectionId): AssetSummary | undefined {
  const changes = usePendingChanges();
  return useMemo(() => arrivingCover(id, changes), [id, changes]);
}
