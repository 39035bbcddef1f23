import type { CollectionId } from '~/contract/ids';

const PROVISIONAL = 'new-';

/** An id for a collection the server has not named yet. */
export function provisionalCollectionId(batchId: string): CollectionId {
  return `${PROVISIONAL}${batchId}` as CollectionId;
}

/** Whether an id is one that the server has never heard of. */
export function isProvisional(id: CollectionId): boolean {
  return id.startsWith(PROVISIONAL);
}
