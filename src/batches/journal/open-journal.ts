import type { Journal } from './journal';
import { openIndexedDbJournal } from './indexed-db-journal';
import { createMemoryJournal } from './memory-journal';

/**
 * The journal of a workspace. Without locks two tabs could run one batch at once, so each keeps its own in memory;
 * without storage there is nothing else to do either. `notKept` tells which.
 */
export async function openJournal(scope: string): Promise<Journal> {
  if (typeof indexedDB === 'undefined') return createMemoryJournal('no-storage');
  if (!globalThis.navigator?.locks) return createMemoryJournal('no-locks');
  try {
    return await openIndexedDbJournal(scope);
  } catch {
    return createMemoryJournal('no-storage');
  }
}
