import type { QueryClient } from '@tanstack/react-query';
import { isProvisional } from '~/batches/provisional-id';
import type { CollectionId } from '~/contract/ids';
import type { Workspace } from '~/workspaces/workspace';
import { collectionQueries } from './collection-queries';

/** Begins to read a collection. False where the server has not named it yet: nothing about it can be read. */
export function prefetchCollection(client: QueryClient, workspace: Workspace, id: CollectionId): boolean {
  if (isProvisional(id)) return false;
  void client.prefetchQuery(collectionQueries.detail(workspace, id));
  return true;
}
