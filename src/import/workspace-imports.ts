import type { QueryClient } from '@tanstack/react-query';
import type { Workspace } from '~/workspaces/workspace';
import { createImportStore, type ImportStore } from './import-store';
import { createImportRefresh } from './refresh-after-import';
import { watchLeaving } from './watch-leaving';

const stores = new WeakMap<QueryClient, Map<string, ImportStore>>();

/** The imports of a workspace. They outlive the pages that show them, so leaving a page stops nothing. */
export function importsOf(queryClient: QueryClient, workspace: Workspace): ImportStore {
  const known = stores.get(queryClient) ?? new Map<string, ImportStore>();
  stores.set(queryClient, known);
  const existing = known.get(workspace.id);
  if (existing) return existing;
  const store = createImportStore({
    // Whoever looks around meanwhile is not to wait for thousands of files.
    client: workspace.client.at('background'),
    listener: createImportRefresh(queryClient, workspace),
  });
  watchLeaving(store, workspace.id);
  known.set(workspace.id, store);
  return store;
}
