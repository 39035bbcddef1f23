import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Collection } from '~/contract/collection';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { Picture } from '~/contract/picture';
import type { Change } from './change';

/** What happens to one asset or model, whichever changes it takes. */
export interface ItemChange<T extends AssetSummary | ModelSummary> {
  /** Snapshot to show where a list does not hold the item yet. */
  item: T;
  /** Collection → whether the item was a member before the first change and is after the last. */
  memberships: Map<CollectionId, { was: boolean; now: boolean }>;
  deleted: boolean;
  tags: Map<string, boolean> | undefined;
}

/** What happens to the record of one collection. Counts are differences. */
export interface CollectionChange {
  name?: string;
  thumbnail?: Picture | null;
  deleted?: boolean;
  created?: Collection;
  assets: number;
  models: number;
}

/** Changes indexed by what they touch; built anew whenever the changes differ, never edited. */
export interface PendingChanges {
  assets: ReadonlyMap<AssetId, ItemChange<AssetSummary>>;
  models: ReadonlyMap<ModelId, ItemChange<ModelSummary>>;
  collections: ReadonlyMap<CollectionId, CollectionChange>;
  deletedCollections: ReadonlySet<CollectionId>;
}

export const NO_CHANGES: PendingChanges = {
  assets: new Map(),
  models: new Map(),
  collections: new Map(),
  deletedCollections: new Set(),
};

/** True where nothing is pending, so that views can answer with what they were given. */
export function isUnchanged({ assets, models, collections }: PendingChanges): boolean {
  return assets.size === 0 && models.size === 0 && collections.size === 0;
}

/**
 * Indexes changes in the order in which they happen. `resolve` maps the id of a collection that was made (again)
 * under another id to the one the server uses now.
 */
export function indexChanges(
  changes: readonly Change[],
  resolve: (id: CollectionId) => CollectionId = (id) => id,
): PendingChanges {
  if (changes.length === 0) return NO_CHANGES;
  const index = new ChangeIndex(resolve);
  for (const change of changes) index.take(change);
  return index.finish();
}

class ChangeIndex {
  private readonly assets = new Map<AssetId, ItemChange<AssetSummary>>();
  private readonly models = new Map<ModelId, ItemChange<ModelSummary>>();
  private readonly collections = new Map<CollectionId, CollectionChange>();
  private readonly deletedCollections = new Set<CollectionId>();

  constructor(private readonly resolve: (id: CollectionId) => CollectionId) {}

  take(change: Change): void {
    switch (change.kind) {
      case 'add':
      case 'remove': {
        const id = this.resolve(change.collectionId);
        const now = change.kind === 'add';
        for (const asset of change.assets) setMembership(entry(this.assets, asset), id, now);
        for (const model of change.models) setMembership(entry(this.models, model), id, now);
        return;
      }
      case 'create': {
        const id = this.resolve(change.collection.id);
        this.deletedCollections.delete(id);
        this.collection(id).created = { ...change.collection, id };
        return;
      }
      case 'rename':
        this.collection(this.resolve(change.collectionId)).name = change.to;
        return;
      case 'thumbnail':
        this.collection(this.resolve(change.collectionId)).thumbnail = change.to;
        return;
      case 'delete-collection': {
        const id = this.resolve(change.collection.id);
        this.deletedCollections.add(id);
        this.collection(id).deleted = true;
        for (const asset of change.assets) setMembership(entry(this.assets, asset), id, false);
        for (const model of change.models) setMembership(entry(this.models, model), id, false);
        return;
      }
      case 'delete-assets':
        for (const asset of change.assets) entry(this.assets, asset).deleted = true;
        return;
      case 'tag':
        for (const asset of change.assets) {
          const tags = (entry(this.assets, asset).tags ??= new Map<string, boolean>());
          for (const tag of change.add) tags.set(tag, true);
          for (const tag of change.remove) tags.set(tag, false);
        }
        return;
    }
  }

  finish(): PendingChanges {
    this.count(this.assets, 'assets');
    this.count(this.models, 'models');
    const { assets, models, collections, deletedCollections } = this;
    return { assets, models, collections, deletedCollections };
  }

  private collection(id: CollectionId): CollectionChange {
    let found = this.collections.get(id);
    if (!found) this.collections.set(id, (found = { assets: 0, models: 0 }));
    return found;
  }

  private count<T extends AssetSummary | ModelSummary>(
    items: ReadonlyMap<string, ItemChange<T>>,
    field: 'assets' | 'models',
  ): void {
    for (const { item, memberships, deleted } of items.values()) {
      for (const [id, { was, now }] of memberships) {
        const isNow = now && !deleted;
        if (was !== isNow) this.collection(id)[field] += isNow ? 1 : -1;
        else if (!this.collections.has(id)) this.collection(id);
      }
      if (!deleted) continue;
      // A destroyed asset leaves every collection it was in, not only those this batch names.
      for (const id of item.collectionIds.map(this.resolve)) {
        if (!memberships.has(id)) this.collection(id)[field] -= 1;
      }
    }
  }
}

function entry<T extends AssetSummary | ModelSummary>(map: Map<T['id'], ItemChange<T>>, item: T) {
  let found = map.get(item.id);
  if (!found) {
    found = { item, memberships: new Map(), deleted: false, tags: undefined };
    map.set(item.id, found);
  }
  return found;
}

function setMembership(
  change: ItemChange<AssetSummary> | ItemChange<ModelSummary>,
  id: CollectionId,
  now: boolean,
): void {
  // Only what a batch really changes is planned, so before the first change it was the other way round.
  change.memberships.set(id, { was: change.memberships.get(id)?.was ?? !now, now });
}
