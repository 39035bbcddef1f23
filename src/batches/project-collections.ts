import type { InfiniteData } from '@tanstack/react-query';
import type { AssetSummary } from '~/api/asset-summary';
import type { Page } from '~/api/page';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { CollectionChange, PendingChanges } from './pending-changes';

/** The record of a collection once the changes are done; the same object where they do not touch it. */
export function projectCollection(collection: Collection, changes: PendingChanges): Collection {
  const change = changes.collections.get(collection.id);
  const losesCover =
    collection.thumbnail !== undefined && changes.assets.get(collection.thumbnail.assetId)?.deleted === true;
  if (!change && !losesCover) return collection;
  const { thumbnail, ...record } = change
    ? { ...collection, ...differences(collection, change) }
    : collection;
  const shown = change?.thumbnail === undefined ? thumbnail : change.thumbnail;
  return shown && !losesCover ? { ...record, thumbnail: shown } : record;
}

function differences(collection: Collection, change: CollectionChange): Partial<Collection> {
  const assetCount = Math.max(0, collection.assetCount + change.assets);
  const modelCount = Math.max(0, collection.modelCount + change.models);
  return {
    ...(change.name !== undefined && { name: change.name }),
    assetCount,
    modelCount,
    itemCount: assetCount + modelCount,
  };
}

/** A collection that only exists in the changes so far; undefined where none of them makes it. */
export function createdCollection(id: CollectionId, changes: PendingChanges): Collection | undefined {
  const change = changes.collections.get(id);
  if (!change?.created || changes.deletedCollections.has(id)) return undefined;
  return projectCollection(change.created, changes);
}

/**
 * The listing of collections once the changes are done: deleted ones gone, created ones first, names, counts and
 * thumbnails as they will be. Pages that are not touched keep their identity, and so does the whole.
 */
export function projectCollectionPages<P>(
  data: InfiniteData<Page<Collection>, P>,
  changes: PendingChanges,
): InfiniteData<Page<Collection>, P> {
  if (changes.collections.size === 0 && changes.assets.size === 0) return data;
  const listed = new Set<CollectionId>();
  let differs = false;
  const pages = data.pages.map((page) => {
    for (const { id } of page.items) listed.add(id);
    const items = page.items.flatMap((collection) =>
      changes.deletedCollections.has(collection.id) ? [] : [projectCollection(collection, changes)],
    );
    const same =
      items.length === page.items.length && items.every((item, index) => item === page.items[index]);
    if (same) return page;
    differs = true;
    return { ...page, items };
  });
  const created = [...changes.collections]
    .filter(([id, change]) => change.created && !listed.has(id) && !changes.deletedCollections.has(id))
    .flatMap(([id]) => createdCollection(id, changes) ?? []);
  const [first] = pages;
  if (first && created.length > 0) {
    pages[0] = { ...first, items: [...created.toReversed(), ...first.items] };
    differs = true;
  }
  return differs ? { ...data, pages } : data;
}

/** The newest asset that the changes bring into a collection: its cover until the server can name one. */
export function arrivingCover(id: CollectionId, changes: PendingChanges): AssetSummary | undefined {
  let newest: AssetSummary | undefined;
  // Nearly every card asks about a collection into which nothing comes.
  if (!changes.collections.has(id)) return newest;
  // Most items share one outcome.
  let last: { of: object; arrives: boolean } | undefined;
  for (const { item, memberships, deleted } of changes.assets.values()) {
    if (last?.of !== memberships) last = { of: memberships, arrives: memberships.get(id)?.now === true };
    if (deleted || !last.arrives) continue;
    if (!newest || item.createdAt > newest.createdAt) newest = item;
  }
  return newest;
}
