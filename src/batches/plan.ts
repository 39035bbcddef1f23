import type { AssetSummary } from '~/api/asset-summary';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import type { Picture } from '~/contract/picture';
import type { ActIntent, Batch, BatchIntent, BatchItems, CollectionRef } from './batch';
import { type Change, sizeOf, sizeOfAll } from './change';
import { provisionalCollectionId } from './provisional-id';
import { NO_CHANGES, type PendingChanges } from './pending-changes';
import { isMember } from './project-item';

/** What a planned act will cost: shown in the button before it is pressed. */
export interface BatchCost {
  toAdd: number;
  requests: number;
  alreadyIn: number;
}

/** Cost of adding the items to a collection: "Add 87 · 2 requests · 14 already in". */
export function costOfAdding(
  items: BatchItems,
  collectionId: CollectionId,
  changes: PendingChanges = NO_CHANGES,
): BatchCost {
  const { assets, models } = leaveOut(items, collectionId, 'add', changes);
  const toAdd = assets.length + models.length;
  const all = unique(items.assets).length + unique(items.models).length;
  return { toAdd, requests: requestsFor(assets) + requestsFor(models), alreadyIn: all - toAdd };
}

/** Ids cut into lists of at most 49, the most that one membership request may carry. */
export function cut<T>(items: readonly T[], size: number = LIMITS.membersPerRequest): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** The two halves of a refused chunk; a chunk of one stays whole, for it is the bad one. */
export function halve<T>(chunk: readonly T[]): T[][] {
  if (chunk.length <= 1) return [[...chunk]];
  const middle = Math.ceil(chunk.length / 2);
  return [chunk.slice(0, middle), chunk.slice(middle)];
}

/** The part of the items that a membership change really concerns: members (or, to remove, others) are left out. */
export function leaveOut(
  items: BatchItems,
  collectionId: CollectionId,
  kind: 'add' | 'remove',
  { assets, models, deletedCollections }: PendingChanges,
): BatchItems {
  const wanted = kind === 'remove';
  return {
    assets: unique(items.assets).filter(
      (asset) => isMember(asset, collectionId, assets.get(asset.id), deletedCollections) === wanted,
    ),
    models: unique(items.models).filter(
      (model) => isMember(model, collectionId, models.get(model.id), deletedCollections) === wanted,
    ),
  };
}

interface PlanContext {
  id: string;
  workspaceId: string;
  /** Milliseconds since 1970. */
  now: number;
  /** The tab in which the act is handed over. */
  tab?: string;
  /** What earlier batches will have changed by the time this one runs. */
  changes: PendingChanges;
}

/** A batch for the intent, ready for the journal: what needs nothing is left out and counted as `already`. */
export function planBatch(intent: ActIntent, context: PlanContext): Batch {
  const changes = changesFor(intent, context).filter((change) => sizeOf(change) > 0);
  return newBatch(intent, changes, context, countAsked(intent) - countConcerned(intent, changes));
}

/** A batch around changes that are known already: an inverse, or the failed part of another batch. */
export function newBatch(
  intent: BatchIntent,
  changes: readonly Change[],
  { id, workspaceId, now, tab = '' }: Omit<PlanContext, 'changes'>,
  already = 0,
  inverseOf?: string,
): Batch {
  return {
    id,
    workspaceId,
    intent,
    createdAt: now,
    state: 'waiting',
    hold: undefined,
    pending: changes,
    done: [],
    failures: [],
    already,
    progress: { settled: 0, total: sizeOfAll(changes) },
    inverseOf,
    sent: [],
    wish: undefined,
    dismissed: false,
    tab,
    updatedAt: now,
    lastEvent: 0,
  };
}

function changesFor(intent: ActIntent, { id, now, changes }: PlanContext): Change[] {
  const membership = (kind: 'add' | 'remove', to: CollectionRef, items: BatchItems): Change => ({
    kind,
    collectionId: to.id,
    ...leaveOut(items, to.id, kind, changes),
  });
  switch (intent.kind) {
    case 'add':
    case 'copy':
      return [membership('add', intent.to, intent.items)];
    case 'remove':
      return [membership('remove', intent.from, intent.items)];
    case 'move': {
      const { from, to } = intent;
      // What is not in the source cannot leave it, so it is no part of the move.
      const items = leaveOut(intent.items, from.id, 'remove', changes);
      const made = 'id' in to ? undefined : draftCollection(id, to.name, now);
      const toId = 'id' in to ? to.id : provisionalCollectionId(id);
      if (from.id === toId) return [];
      return [
        ...(made ? [{ kind: 'create', collection: made } as const] : []),
        { kind: 'add', collectionId: toId, ...leaveOut(items, toId, 'add', changes) },
        { kind: 'remove', collectionId: from.id, ...items, onlyIfIn: toId },
      ];
    }
    case 'edit-memberships':
      return [
        ...intent.add.map((to) => membership('add', to, intent.items)),
        ...intent.remove.map((from) => membership('remove', from, intent.items)),
        // Last: where one cannot be made, what follows is given up.
        ...(intent.create ?? []).flatMap((name, index): Change[] => {
          const collection = draftCollection(`${id}-${index}`, name, now);
          return [{ kind: 'create', collection }, membership('add', collection, intent.items)];
        }),
      ];
    case 'create': {
      const collection = draftCollection(id, intent.name, now);
      return [{ kind: 'create', collection }, membership('add', collection, intent.items)];
    }
    case 'rename': {
      const { id: collectionId, name: from } = intent.collection;
      const to = intent.name.trim();
      return to === from ? [] : [{ kind: 'rename', collectionId, from, to }];
    }
    case 'set-thumbnail': {
      const { id: collectionId, thumbnail } = intent.collection;
      const from: Picture | null = thumbnail ?? null;
      if (from?.assetId === intent.thumbnail?.assetId) return [];
      return [{ kind: 'thumbnail', collectionId, from, to: intent.thumbnail }];
    }
    case 'delete-collection':
      return [
        {
          kind: 'delete-collection',
          collection: intent.collection,
          assets: [],
          models: [],
          complete: false,
        },
      ];
    case 'delete-assets':
      return [{ kind: 'delete-assets', assets: unique(intent.assets) }];
    case 'edit-tags':
      return tagChanges(unique(intent.assets), intent.add, intent.remove);
  }
}

/** Assets that lack or carry the same of the tags share one change, so that its inverse touches only those. */
function tagChanges(
  assets: readonly AssetSummary[],
  add: readonly string[],
  remove: readonly string[],
): Change[] {
  const groups = new Map<string, { assets: AssetSummary[]; add: string[]; remove: string[] }>();
  for (const asset of assets) {
    const lacking = add.filter((tag) => !asset.tags.includes(tag));
    const carried = remove.filter((tag) => asset.tags.includes(tag));
    if (lacking.length + carried.length === 0) continue;
    const key = JSON.stringify([lacking, carried]);
    const group = groups.get(key) ?? { assets: [], add: lacking, remove: carried };
    group.assets.push(asset);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ kind: 'tag', ...group }));
}

function draftCollection(batchId: string, name: string, now: number): Collection {
  const date = new Date(now).toISOString();
  const counts = { assetCount: 0, modelCount: 0, itemCount: 0 };
  const id = provisionalCollectionId(batchId);
  return { id, name: name.trim(), ownerId: '', ...counts, createdAt: date, updatedAt: date };
}

function requestsFor(items: readonly unknown[]): number {
  return Math.ceil(items.length / LIMITS.membersPerRequest);
}

/** Lists found to name every item once, so that a plan looks through ten thousand of them only once. */
const distinct = new WeakSet<object>();

function unique<T extends { id: string }>(items: readonly T[]): readonly T[] {
  if (distinct.has(items)) return items;
  const byId = new Map<string, T>();
  for (const item of items) byId.set(item.id, item);
  const once = byId.size === items.length ? items : [...byId.values()];
  distinct.add(once);
  return once;
}

/** Assets and models that an act names, repeated ones included. */
export function itemsOf(intent: ActIntent): number {
  if ('items' in intent) return intent.items.assets.length + intent.items.models.length;
  return 'assets' in intent ? intent.assets.length : 0;
}

/** Items the person chose, each once. */
function countAsked(intent: BatchIntent): number {
  if ('items' in intent) return unique(intent.items.assets).length + unique(intent.items.models).length;
  if ('assets' in intent) return unique(intent.assets).length;
  return 0;
}

function countConcerned(intent: BatchIntent, changes: readonly Change[]): number {
  if (!('items' in intent) && !('assets' in intent)) return 0;
  const [only, ...more] = changes.filter((change) => 'assets' in change);
  if (more.length === 0) return only ? sizeOf(only) : 0;
  const ids = new Set<string>();
  for (const change of changes) {
    if ('assets' in change) for (const { id } of change.assets) ids.add(id);
    if ('models' in change) for (const { id } of change.models) ids.add(id);
  }
  return ids.size;
}
