import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Picture } from '~/contract/picture';

/** Assets and models that enter or leave one collection. */
export interface MembershipChange {
  kind: 'add' | 'remove';
  collectionId: CollectionId;
  assets: readonly AssetSummary[];
  models: readonly ModelSummary[];
  /** The second half of a move: only items that are known to be in this collection may leave. */
  onlyIfIn?: CollectionId;
}

/** A collection begins. Until the server has named it, its id is provisional. */
export interface CreateChange {
  kind: 'create';
  collection: Collection;
  /** The deleted collection that this one stands in for after an undo. */
  replaces?: CollectionId;
}

export interface RenameChange {
  kind: 'rename';
  collectionId: CollectionId;
  from: string;
  to: string;
}

export interface ThumbnailChange {
  kind: 'thumbnail';
  collectionId: CollectionId;
  from: Picture | null;
  to: Picture | null;
}

/** A collection ends. Its members are read and kept first, so that it can be made again. */
export interface DeleteCollectionChange {
  kind: 'delete-collection';
  collection: Collection;
  assets: readonly AssetSummary[];
  models: readonly ModelSummary[];
  /** False until every member has been read. */
  complete: boolean;
  /** The person was asked and wants it gone although it cannot be made again whole. */
  evenIfIncomplete?: boolean;
}

/** Destroys assets. The one change without an inverse. */
export interface DeleteAssetsChange {
  kind: 'delete-assets';
  assets: readonly AssetSummary[];
}

/** Tags that assets gain and lose; each asset carries only what it lacked or had. */
export interface TagChange {
  kind: 'tag';
  assets: readonly AssetSummary[];
  add: readonly string[];
  remove: readonly string[];
}

/**
 * The one vocabulary of what happens on the server: a plan is a list of them, so are the pending part, the
 * confirmed part that is folded into the caches, and the inverse.
 */
export type Change =
  | MembershipChange
  | CreateChange
  | RenameChange
  | ThumbnailChange
  | DeleteCollectionChange
  | DeleteAssetsChange
  | TagChange;

/** Number of items a change deals with; a collection's own change counts as one. */
export function sizeOf(change: Change): number {
  switch (change.kind) {
    case 'add':
    case 'remove':
      return change.assets.length + change.models.length;
    case 'delete-assets':
    case 'tag':
      return change.assets.length;
    case 'create':
    case 'rename':
    case 'thumbnail':
    case 'delete-collection':
      return 1;
  }
}

/** The collections a change reads or writes; `undefined` where it may concern any of them. */
export function collectionsOf(change: Change): readonly CollectionId[] | undefined {
  switch (change.kind) {
    case 'add':
    case 'remove':
      return change.onlyIfIn ? [change.collectionId, change.onlyIfIn] : [change.collectionId];
    case 'rename':
    case 'thumbnail':
      return [change.collectionId];
    case 'create':
      return change.replaces ? [change.collection.id, change.replaces] : [change.collection.id];
    case 'delete-collection':
      return [change.collection.id];
    case 'delete-assets':
      return undefined;
    case 'tag':
      return [];
  }
}

/** Whether a change is made of items, some of which may fare otherwise than the rest. */
export function hasItems(change: Change): change is MembershipChange | DeleteAssetsChange | TagChange {
  return change.kind !== 'delete-collection' && 'assets' in change;
}

/** Items and single acts of several changes together. */
export function sizeOfAll(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + sizeOf(change), 0);
}

/** Ids of the assets and models a change names. */
export function itemIdsOf(change: Change): readonly string[] {
  const assets = 'assets' in change ? change.assets : [];
  const models = 'models' in change ? change.models : [];
  return [...assets, ...models].map(({ id }) => id);
}

/** What stands for a change without items among the ids that were sent. */
export function keysOf(change: Change): readonly string[] {
  if (change.kind === 'create' || change.kind === 'delete-collection') return [change.collection.id];
  return 'collectionId' in change ? [change.collectionId] : [];
}

/** The same change without the assets and models named; undefined where nothing of it is left. */
export function without(change: Change, ids: ReadonlySet<string>): Change | undefined {
  return filtered(change, (id) => !ids.has(id));
}

/** The part of a change that concerns the assets and models named; undefined where there is none. */
export function only(change: Change, ids: ReadonlySet<string>): Change | undefined {
  return filtered(change, (id) => ids.has(id));
}

/** The part of a change that concerns the assets and models named, and what is left of it without them. */
export function taken(
  change: Change,
  ids: readonly string[],
): [part: Change | undefined, left: Change | undefined] {
  if (!hasItems(change)) return [change, undefined];
  // Nearly always the next chunk of thousands: they need not all be looked through.
  const { assets } = change;
  if (ids.length < assets.length && ids.every((id, at) => assets[at]?.id === id)) {
    const first = { ...change, assets: assets.slice(0, ids.length) };
    return [
      'models' in first ? { ...first, models: [] } : first,
      { ...change, assets: assets.slice(ids.length) },
    ];
  }
  const named = new Set(ids);
  return [only(change, named), without(change, named)];
}

function filtered(change: Change, keep: (id: string) => boolean): Change | undefined {
  if (!hasItems(change)) return change;
  const assets = change.assets.filter(({ id }) => keep(id));
  if (!('models' in change)) return assets.length === 0 ? undefined : { ...change, assets };
  const models = change.models.filter(({ id }) => keep(id));
  return assets.length + models.length === 0 ? undefined : { ...change, assets, models };
}
