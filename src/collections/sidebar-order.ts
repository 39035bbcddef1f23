import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';

/** The lines of the sidebar: pinned ones as they were pinned, then those looked at lately, then those changed last. */
export function sidebarOrder(
  collections: readonly Collection[],
  pinned: readonly CollectionId[],
  recent: readonly CollectionId[],
): { pinned: readonly Collection[]; others: readonly Collection[] } {
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const isPinned = new Set(pinned);
  const lately = new Map(recent.map((id, index) => [id, index]));
  const rank = ({ id }: Collection) => lately.get(id) ?? lately.size;
  return {
    pinned: [...isPinned].flatMap((id) => byId.get(id) ?? []),
    others: collections
      .filter(({ id }) => !isPinned.has(id))
      .sort((a, b) => rank(a) - rank(b) || b.updatedAt.localeCompare(a.updatedAt)),
  };
}
