const KEY = 'vitrine.last-workspace';

/** Keeps which workspace `/` leads to. A browser that refuses storage only forgets it. */
export function rememberWorkspace(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Private windows may refuse: the built-in library is opened next time.
  }
}

/** The id of the workspace used last in this browser. */
export function lastWorkspaceId(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
