import { readStoredText, writeStoredText } from '~/ui/stored-text';
import type { PaceMemory } from './pace';

/** Keeps the times of the last requests in this browser, for the tab that runs batches next. */
export function storedPace(scope: string): PaceMemory {
  const key = `vitrine.pace.${scope}`;
  return {
    read: () =>
      (readStoredText(key) ?? '')
        .split(' ')
        .map(Number)
        .filter((time) => time > 0),
    write: (times) => writeStoredText(key, times.join(' ')),
  };
}
