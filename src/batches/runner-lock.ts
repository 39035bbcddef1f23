/** The part of `navigator.locks` that is used: tests bring their own. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Waits until this tab may run the batches of a workspace, which only one tab does at a time. The browser gives the
 * lock on when its tab is closed, crashes or lets go; without locks every tab runs its own batches.
 */
export function holdRunnerLock(scope: string, locks: Locks | undefined, onHeld: () => void): () => void {
  if (!locks) {
    onHeld();
    return () => {};
  }
  let letGo = () => {};
  const left = new Promise<void>((resolve) => (letGo = resolve));
  const stop = new AbortController();
  locks
    .request(`vitrine-runner-${scope}`, { signal: stop.signal }, () => {
      onHeld();
      return left;
    })
    .catch(() => {
      // Given up before it was this tab's turn.
    });
  return () => {
    stop.abort();
    letGo();
  };
}
