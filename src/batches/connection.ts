/** Whether there is a network at all; a workspace in this browser needs none. */
export interface Connection {
  isOnline(): boolean;
  /** Resolves when the network is back, or when the signal aborts. */
  untilOnline(signal: AbortSignal): Promise<void>;
}

export const ALWAYS_ONLINE: Connection = { isOnline: () => true, untilOnline: async () => {} };

/** What the browser says. It knows a missing network for certain; one that leads nowhere it does not. */
export const browserConnection: Connection = {
  isOnline: () => navigator.onLine,
  untilOnline: (signal) =>
    new Promise((resolve) => {
      if (signal.aborted || browserConnection.isOnline()) return resolve();
      const done = () => {
        removeEventListener('online', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      addEventListener('online', done);
      signal.addEventListener('abort', done);
    }),
};
