import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '~/api/query-keys';
import type { Workspace } from '~/workspaces/workspace';
import { followLeft } from './follow-left';
import { createImportStore, type ImportStore } from './import-store';
import { createLeftNotes, type LeftNotes } from './left-notes';
import { createImportRefresh } from './refresh-after-import';
import { watchLeaving } from './watch-leaving';

/** Pictures on their way at a time: the built-in library answers when it has dealt with them, which it does for many at once. */
const WHOLE_AT_ONCE = { 'built-in': 24, remote: 6 } as const;

interface WorkspaceImports {
  readonly imports: ImportStore;
  readonly left: LeftNotes;
}

const stores = new WeakMap<QueryClient, Map<string, WorkspaceImports>>();

/**
 * The imports of a workspace, and what closed tabs have left of theirs. They outlive the pages that show them, so leaving
 * a page stops nothing.
 */
export function importsOf(queryClient: QueryClient, workspace: Workspace): WorkspaceImports {
  const known = stores.get(queryClient) ?? new Map<string, WorkspaceImports>();
  stores.set(queryClient, known);
  const existing = known.get(workspace.id);
  if (existing) return existing;
  const refresh = createImportRefresh(queryClient, workspace);
  const imports = createImportStore({
    // Whoever looks around meanwhile is not to wait for thousands of files.
    client: workspace.client.at('background'),
    wholeAtOnce: WHOLE_AT_ONCE[workspace.kind],
    listener: refresh,
  });
  watchLeaving(imports, workspace.id);
  const left = createLeftNotes(imports, workspace.id);
  followLeft({
    imports,
    left,
    workspaceId: workspace.id,
    onLeft: () => refresh.onLeft(),
    onBrought: () => void queryClient.invalidateQueries({ queryKey: queryKeys.unreadFiles(workspace.id) }),
  });
  const created = { imports, left };
  known.set(workspace.id, created);
  return created;
}
