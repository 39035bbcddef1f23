const KEY = 'vitrine.reloaded-for';

/** Whether this tab was already reloaded for that reason; a tab that cannot remember counts as reloaded. */
export function wasReloadedFor(reason: string): boolean {
  try {
    return sessionStorage.getItem(KEY) === reason;
  } catch {
    return true;
  }
}

/** Reloads the page and notes why, so that it happens once; never resolves. */
export async function reloadFor(reason: string): Promise<never> {
  sessionStorage.setItem(KEY, reason);
  location.reload();
  return new Promise<never>(() => undefined);
}

/** The reason is gone: a later one may reload again. */
export function forgetReload(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
