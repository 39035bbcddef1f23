import type { StorageState } from './protocol';
import { type Storage, StorageFullError } from './storage';

/** Opens a storage and can tell how it is, so that the page can name what stands in the way. */
export function probeStorage(open: (onBlocked: () => void) => Storage) {
  interface Found {
    state: StorageState;
    detail?: string;
  }
  const listeners = new Set<() => void>();
  const storage = open(() => {
    for (const listener of listeners) listener();
  });

  return {
    storage,
    /** Reads one record: `blocked` as soon as an old tab is found in the way. Never throws. */
    async look(): Promise<Found> {
      let listener = () => undefined as void;
      const blocked = new Promise<Found>((resolve) => {
        listener = () => resolve({ state: 'blocked' });
      });
      listeners.add(listener);
      const read = storage
        .read(['facts'], (tx) => tx.get('facts', 'samples'))
        .then((): Found => ({ state: 'ready' }))
        .catch(
          (error: unknown): Found => ({
            state: error instanceof StorageFullError ? 'full' : 'unavailable',
            detail: error instanceof Error ? error.message : String(error),
          }),
        );
      const found = await Promise.race([read, blocked]);
      listeners.delete(listener);
      return found;
    },
  };
}
