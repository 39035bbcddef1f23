import { createIndexedDbStorage } from './indexed-db-storage';
import type { Storage } from './storage';

/** Path below the site's at which the library answers. */
export const MOUNT = '~library';

/**
 * The storage of the site at `base`, as its worker and its pages open it. Named after the path, because sites
 * under different paths of one origin share IndexedDB.
 */
export function openStorage(base: string, onBlocked?: () => void): Storage {
  return createIndexedDbStorage({ name: `vitrine-library:${base}`, ...(onBlocked && { onBlocked }) });
}
