import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { CollectionId } from '~/contract/ids';
import type { ItemChange, PendingChanges } from './pending-changes';

type Item = AssetSummary | ModelSummary;
/** Collection → whether the item is a member after the changes. */
interface MembershipOutcome {
  memberships: ReadonlyMap<CollectionId, { now: boolean }>;
}

/** The collections an item is in once the changes are done; the same array where they change nothing. */
export function projectCollectionIds(
  collectionIds: readonly CollectionId[],
  change: MembershipOutcome | undefined,
  deletedCollections: ReadonlySet<CollectionId>,
): readonly CollectionId[] {
  let ids = collectionIds;
  if (deletedCollections.size > 0 && ids.some((id) => deletedCollections.has(id)))
    ids = ids.filter((id) => !deletedCollections.has(id));
  // Plain loops, and lists only where something differs: this runs for every row, of which there may be ten thousand.
  let added: CollectionId[] | undefined;
  for (const [id, now] of change ? stepsOf(change.memberships) : []) {
    const isIn = ids.includes(id);
    if (isIn && !now) ids = ids.filter((other) => other !== id);
    else if (!isIn && now && !deletedCollections.has(id)) (added ??= []).push(id);
  }
  return added ? [...ids, ...added] : ids;
}

type Steps = readonly (readonly [id: CollectionId, now: boolean])[];
/** The outcome looked at last, which most items share, as a list: that is gone through without further objects. */
let lastSteps: { of: MembershipOutcome['memberships']; steps: Steps } | undefined;

function stepsOf(memberships: MembershipOutcome['memberships']): Steps {
  if (lastSteps?.of !== memberships)
    lastSteps = { of: memberships, steps: [...memberships].map(([id, { now }]) => [id, now]) };
  return lastSteps.steps;
}

/** Whether an item is in a collection once the changes are done. */
export function isMember(
  { collectionIds }: Item,
  id: CollectionId,
  change: MembershipOutcome | undefined,
  deletedCollections: ReadonlySet<CollectionId>,
): boolean {
  if (deletedCollections.has(id)) return false;
  return change?.memberships.get(id)?.now ?? collectionIds.includes(id);
}

/** The tags an asset carries once the changes are done; the same array where they change nothing. */
export function projectTags(
  tags: readonly string[],
  change: ReadonlyMap<string, boolean> | undefined,
): readonly string[] {
  if (!change) return tags;
  const kept = tags.filter((tag) => change.get(tag) !== false);
  const added = [...change].filter(([tag, on]) => on && !tags.includes(tag)).map(([tag]) => tag);
  return added.length === 0 && kept.length === tags.length ? tags : [...kept, ...added];
}

interface Projected {
  readonly memberships: ItemChange<Item>['memberships'] | undefined;
  readonly next: Item;
}

/** Last projection of every snapshot, so that an item drawn again with the same outcome is the same object. */
const projected = new WeakMap<Item, Projected>();

/** An item as it is once the changes are done; the same object where they do not touch it. */
export function projectItem<T extends Item>(
  item: T,
  change: ItemChange<T> | undefined,
  { deletedCollections }: PendingChanges,
): T {
  if (!change && deletedCollections.size === 0) return item;
  const last = projected.get(item);
  // Outcomes are shared: the usual answer, ten thousand times over.
  const isSimple = deletedCollections.size === 0 && !change?.tags;
  if (isSimple && last && last.memberships === change?.memberships) return last.next as T;
  const collectionIds = projectCollectionIds(item.collectionIds, change, deletedCollections);
  const tags = projectTags(item.tags, change?.tags);
  if (collectionIds === item.collectionIds && tags === item.tags) return item;
  const isSame = last && sameList(last.next.collectionIds, collectionIds) && sameList(last.next.tags, tags);
  const next = isSame ? (last.next as T) : { ...item, collectionIds, tags };
  projected.set(item, { memberships: isSimple ? change?.memberships : undefined, next });
  return next;
}

/** Equal entries in equal order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
