import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import type { Workspace } from '~/workspaces/workspace';
import { followLeft } from './follow-left';
import { createImportStore, type ImportStore } from './import-store';
import { createImportRefresh } from './refresh-after-import';
import { watchLeaving } from './watch-leaving';

/** Pictures on their way at a time: the built-in library answers when it has dealt with them, which it does for many at once. */
const WHOLE_AT_ONCE = { 'built-in': 24, remote: 6 } as const;

const stores = new WeakMap<QueryClient, Map<string, ImportStore>>();

/** The imports of a workspace. They outlive the pages that show them, so leaving a page stops nothing. */
export function importsOf(queryClient: QueryClient, workspace: Workspace): ImportStore {
  const known = stores.get(queryClient) ?? new Map<string, ImportStore>();
  stores.set(queryClient, known);
  const existing = known.get(workspace.id);
  if (existing) return existing;
  const refresh = createImportRefresh(queryClient, workspace);
  const store = createImportStore({
    // Whoever looks around meanwhile is not to wait for thousands of files.
    client: workspace.client.at('background'),
    wholeAtOnce: WHOLE_AT_ONCE[workspace.kind],
    listener: refresh,
  });
  watchLeaving(store, workspace.id);
  followLeft({
    store,
    workspaceId: workspace.id,
    onLeft: () => refresh.onLeft(),
    onBrought: () => void queryClient.invalidateQueries({ queryKey: queryKeys.unreadFiles(workspace.id) }),
  });
  known.set(workspace.id, store);
  return store;
}
