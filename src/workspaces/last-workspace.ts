import { BUILT_IN_ID } from './workspace';

const KEY = 'vitrine.last-workspace';

/** Keeps which workspace `/` leads to. A browser that refuses storage only forgets it. */
export function rememberWorkspace(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Private windows may refuse: the built-in library is opened next time.
  }
}

/** The workspace to open where none is named: the one used last in this browser, else the first there is. */
export function homeWorkspaceId(workspaces: readonly { readonly id: string }[]): string {
  const last = lastWorkspaceId();
  const home = workspaces.find(({ id }) => id === last) ?? workspaces[0];
  return home?.id ?? BUILT_IN_ID;
}

/** The id of the workspace used last in this browser. */
function lastWorkspaceId(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
