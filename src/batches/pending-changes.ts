import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Collection } from '~/contract/collection';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import type { Picture } from '~/contract/picture';
import type { Change } from './change';

/** Shared by all items with which the same happens: ten thousand items need one of these, not ten thousand. */
type Memberships = ReadonlyMap<CollectionId, { was: boolean; now: boolean }>;

/** What happens to one asset or model, whichever changes it takes. */
export interface ItemChange<T extends AssetSummary | ModelSummary> {
  /** Snapshot to show where a list does not hold the item yet. */
  item: T;
  /** Collection → whether the item was a member before the first change and is after the last. */
  memberships: Memberships;
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

export interface IndexOptions {
  /** Maps the id of a collection that was made (again) under another id to the one the server uses now. */
  resolve?: (id: CollectionId) => CollectionId;
  /** Brings a snapshot up to what was confirmed since it was taken. */
  current?: <T extends AssetSummary | ModelSummary>(item: T) => T;
}

/** Indexes changes in the order in which they happen. */
export function indexChanges(
  changes: readonly Change[],
  { resolve = (id) => id, current = (item) => item }: IndexOptions = {},
): PendingChanges {
  if (changes.length === 0) return NO_CHANGES;
  const index = new ChangeIndex(resolve, current);
  for (const change of changes) index.take(change);
  return index.finish();
}

class ChangeIndex {
  private readonly assets = new Map<AssetId, ItemChange<AssetSummary>>();
  private readonly models = new Map<ModelId, ItemChange<ModelSummary>>();
  private readonly collections = new Map<CollectionId, CollectionChange>();
  private readonly deletedCollections = new Set<CollectionId>();

  constructor(
    private readonly resolve: NonNullable<IndexOptions['resolve']>,
    private readonly current: NonNullable<IndexOptions['current']>,
  ) {}

  take(change: Change): void {
    switch (change.kind) {
      case 'add':
      case 'remove': {
        const step = membershipStep(this.resolve(change.collectionId), change.kind === 'add');
        for (const asset of change.assets) step(this.asset(asset));
        for (const model of change.models) step(this.model(model));
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
        const step = membershipStep(id, false);
        for (const asset of change.assets) step(this.asset(asset));
        for (const model of change.models) step(this.model(model));
        return;
      }
      case 'delete-assets':
        for (const asset of change.assets) this.asset(asset).deleted = true;
        return;
      case 'tag':
        for (const asset of change.assets) {
          const tags = (this.asset(asset).tags ??= new Map<string, boolean>());
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

  private asset(item: AssetSummary): ItemChange<AssetSummary> {
    return this.assets.get(item.id) ?? begin(this.assets, this.current(item));
  }

  private model(item: ModelSummary): ItemChange<ModelSummary> {
    return this.models.get(item.id) ?? begin(this.models, this.current(item));
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
    // Items that share an outcome are counted together.
    const sharing = new Map<Memberships, number>();
    for (const { item, memberships, deleted } of items.values()) {
      if (!deleted) {
        sharing.set(memberships, (sharing.get(memberships) ?? 0) + 1);
        continue;
      }
      this.countOutcome(memberships, 1, field, true);
      // A destroyed asset leaves every collection it was in, not only those this batch names.
      for (const id of item.collectionIds.map(this.resolve)) {
        if (!memberships.has(id)) this.collection(id)[field] -= 1;
      }
    }
    for (const [memberships, items] of sharing) this.countOutcome(memberships, items, field, false);
  }

  private countOutcome(
    memberships: Memberships,
    items: number,
    field: 'assets' | 'models',
    deleted: boolean,
  ): void {
    for (const [id, { was, now }] of memberships) {
      const isNow = now && !deleted;
      if (was !== isNow) this.collection(id)[field] += isNow ? items : -items;
      else if (!this.collections.has(id)) this.collection(id);
    }
  }
}

const NO_MEMBERSHIPS: Memberships = new Map();

function begin<T extends AssetSummary | ModelSummary>(
  map: Map<T['id'], ItemChange<T>>,
  item: T,
): ItemChange<T> {
  const change = { item, memberships: NO_MEMBERSHIPS, deleted: false, tags: undefined };
  map.set(item.id, change);
  return change;
}

/** Outcomes that follow from one by a step: few, however many items there are. */
const outcomesOf = new WeakMap<Memberships, Map<string, Memberships>>();

/**
 * Moves items into or out of a collection. Items with which the same happens share the outcome, also from one index
 * to the next, so that it can be told at once whether anything has changed for an item.
 */
function membershipStep(id: CollectionId, now: boolean) {
  let [before, after]: [Memberships?, Memberships?] = [];
  return (change: { memberships: Memberships }): void => {
    if (!after || change.memberships !== before) {
      before = change.memberships;
      // Only what a batch really changes is planned, so before the first change it was the other way round.
      const was = before.get(id)?.was ?? !now;
      after = outcomeOf(before, id, { was, now });
    }
    change.memberships = after;
  };
}

function outcomeOf(before: Memberships, id: CollectionId, step: { was: boolean; now: boolean }): Memberships {
  let outcomes = outcomesOf.get(before);
  if (!outcomes) outcomesOf.set(before, (outcomes = new Map<string, Memberships>()));
  const key = `${id} ${step.was} ${step.now}`;
  let next = outcomes.get(key);
  if (!next) outcomes.set(key, (next = new Map(before).set(id, step)));
  return next;
}
