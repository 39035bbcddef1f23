/** The part of `navigator.locks` that is used: tests bring their own. */
export type Locks = Pick<LockManager, 'request'>;

/** Those of the browser; none on an insecure origin. */
export function browserLocks(): Locks | undefined {
  return globalThis.navigator?.locks;
}

/**
 * Waits until this tab may run the batches of a workspace, which only one tab does at a time. The browser gives the
 * lock on when its tab is closed, crashes or lets go; without locks every tab runs its own batches.
 */
export function holdRunnerLock(scope: string, locks: Locks | undefined, onHeld: () => void): () => void {
  if (!locks) {
    onHeld();
    return () => {};
  }
  return hold(`vitrine-runner-${scope}`, locks, onHeld);
}

/** Lets every tab know that this one is open, until the function it gives is called or the tab is gone. */
export function holdTabLock(scope: string, tab: string, locks: Locks | undefined): () => void {
  return locks ? hold(tabLock(scope, tab), locks, () => {}) : () => {};
}

/** Whether a tab is still open; without locks nobody knows, and there is none but this. */
export async function isTabOpen(scope: string, tab: string, locks: Locks | undefined): Promise<boolean> {
  if (!locks) return true;
  // Shared, so that those who ask at the same time do not take each other for it.
  const options = { ifAvailable: true, mode: 'shared' } as const;
  return locks.request(tabLock(scope, tab), options, (lock) => lock === null);
}

function tabLock(scope: string, tab: string): string {
  return `vitrine-tab-${tab}-${scope}`;
}

function hold(name: string, locks: Locks, onHeld: () => void): () => void {
  let letGo = () => {};
  const left = new Promise<void>((resolve) => (letGo = resolve));
  const stop = new AbortController();
  locks
    .request(name, { signal: stop.signal }, () => {
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
