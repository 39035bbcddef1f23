import { readStoredText, writeStoredText } from '~/ui/stored-text';
import { BUILT_IN_ID, canWrite, type Workspace } from './workspace';

const KEY = 'vitrine.last-workspace';

/** Keeps which workspace `/` leads to. A browser that refuses storage only forgets it. */
export function rememberWorkspace(id: string): void {
  writeStoredText(KEY, id);
}

/** The workspace to open where none is named: the one used last in this browser, else the first there is. */
export function homeWorkspaceId(workspaces: readonly { readonly id: string }[]): string {
  const last = readStoredText(KEY);
  const home = workspaces.find(({ id }) => id === last) ?? workspaces[0];
  return home?.id ?? BUILT_IN_ID;
}

/** The place a workspace opens with: where there are no collections to see, its assets. */
export function homePlace(workspace: Pick<Workspace, 'access'> | undefined) {
  return workspace && !canWrite(workspace) ? '/$workspace/assets' : '/$workspace/collections';
}
