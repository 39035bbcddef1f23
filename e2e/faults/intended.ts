import type { PlannedChange, WrittenJournal } from './journal-in-page';

/** A collection as it should be, or is. */
export interface Held {
  name: string;
  thumbnail: string | undefined;
  assets: ReadonlySet<string>;
}

export type World = ReadonlyMap<string, Held>;

/**
 * What the server must hold once everything that was written down has happened. An act and its undo come to nothing,
 * however far the act had got; one that was only stopped keeps what it had done; assets of another team enter nowhere.
 */
export function intendedWorld(
  start: World,
  { batches, aliases }: WrittenJournal,
  foreign: ReadonlySet<string>,
): World {
  const world = new Map<string, { name: string; thumbnail: string | undefined; assets: Set<string> }>();
  const resolve = (id: string): string => (aliases[id] === undefined ? id : resolve(aliases[id]));
  for (const [id, held] of start) world.set(resolve(id), { ...held, assets: new Set(held.assets) });
  const takenBack = new Set<string>();
  for (const { id, inverseOf } of batches.toReversed()) {
    // A redo takes back an undo: then the act itself holds again.
    if (inverseOf === undefined || takenBack.has(id)) continue;
    takenBack.add(id).add(inverseOf);
  }
  for (const { id, pending, state, done } of batches) {
    if (takenBack.has(id)) continue;
    const changes = state === 'cancelled' ? pending.slice(0, done.count) : pending;
    const only = state === 'cancelled' ? new Set(done.ids) : undefined;
    for (const change of changes) apply(change, only);
  }
  return world;

  function apply(change: PlannedChange, only: ReadonlySet<string> | undefined): void {
    const id = resolve(change.collectionId ?? change.collection?.id ?? '');
    const held = world.get(id);
    if (change.kind === 'create')
      world.set(id, { name: change.collection?.name ?? '', thumbnail: undefined, assets: new Set() });
    if (change.kind === 'delete-collection') world.delete(id);
    if (!held) return;
    for (const asset of change.assets ?? []) {
      if (only && !only.has(asset)) continue;
      if (change.kind === 'add' && !foreign.has(asset)) held.assets.add(asset);
      if (change.kind === 'remove') held.assets.delete(asset);
    }
    if (change.kind === 'rename' && typeof change.to === 'string') held.name = change.to;
    if (change.kind === 'thumbnail')
      held.thumbnail = change.to && typeof change.to === 'object' ? change.to.assetId : undefined;
  }
}
