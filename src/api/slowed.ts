import { createStore, type StoreApi } from 'zustand/vanilla';

/** Until when what a person looks at waits for the rate limit of the service; undefined while nothing does. */
export type Slowed = StoreApi<{ until: number | undefined }>;

/** Nothing waits so far. */
export function createSlowed(): Slowed {
  return createStore(() => ({ until: undefined as number | undefined }));
}
