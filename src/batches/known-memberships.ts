import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';
import type { Change } from './change';
import { projectCollectionIds, sameList } from './project-item';

type Item = AssetSummary | ModelSummary;

/**
 * Memberships confirmed while other changes were still pending. The snapshots in those were taken earlier: without
 * this an asset that has just been added to one collection and leaves another would look as if it were in none.
 */
export class KnownMemberships {
  private readonly byItem = new Map<string, ReadonlyMap<CollectionId, { now: boolean }>>();
  private readonly latest = new WeakMap<Item, Item>();

  /** Takes note of a confirmed change. */
  note(change: Change, resolve: (id: CollectionId) => CollectionId): void {
    if (change.kind !== 'add' && change.kind !== 'remove' && change.kind !== 'delete-collection') return;
    const id = resolve(change.kind === 'delete-collection' ? change.collection.id : change.collectionId);
    for (const item of [...change.assets, ...change.models]) {
      // A new map each time, for outcomes are told apart by their identity.
      this.byItem.set(item.id, new Map(this.byItem.get(item.id)).set(id, { now: change.kind === 'add' }));
    }
  }

  /** The snapshot as it is by now; the same object where nothing was confirmed for it. */
  current<T extends Item>(item: T): T {
    const known = this.byItem.get(item.id);
    if (!known) return item;
    const collectionIds = projectCollectionIds(item.collectionIds, { memberships: known }, NONE);
    if (collectionIds === item.collectionIds) return item;
    const last = this.latest.get(item) as T | undefined;
    if (last && sameList(last.collectionIds, collectionIds)) return last;
    const next = { ...item, collectionIds };
    this.latest.set(item, next);
    return next;
  }

  /** Nothing is pending any more: new snapshots come from the caches, which hold all of this. */
  clear(): void {
    this.byItem.clear();
  }
}

const NONE: ReadonlySet<CollectionId> = new Set();
