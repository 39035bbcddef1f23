import { useMemo } from 'react';
import { useWorkspaceBatches } from '~/batches/batches-provider';
import { useCollectionAliases } from '~/batches/use-batches';
import type { WorkspaceBatches } from '~/batches/workspace-batches';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';

/** Keys outlive the wall: Back finds a card by the key it was left with. */
const keysOf = new WeakMap<WorkspaceBatches, Map<CollectionId, CollectionId>>();

/**
 * What tells the cards of a wall apart: the id each was first shown with. A collection just made gets another one when
 * the server names it, and its card, with the keyboard or a half-typed name in it, stays the same.
 */
export function useCardKeys(
  collections: readonly Collection[] | undefined,
): (id: CollectionId) => CollectionId {
  const batches = useWorkspaceBatches();
  const aliases = useCollectionAliases();
  return useMemo(() => {
    const keys = keysOf.get(batches) ?? new Map<CollectionId, CollectionId>();
    keysOf.set(batches, keys);
    const before = new Map([...aliases].map(([from, to]) => [to, from]));
    for (const { id } of collections ?? []) {
      if (keys.has(id)) continue;
      const from = before.get(id);
      keys.set(id, (from !== undefined && keys.get(from)) || id);
    }
    return (id) => keys.get(id) ?? id;
  }, [collections, aliases, batches]);
}
