import { readStoredText, writeStoredText } from '~/ui/stored-text';

/**
 * Whether batches of an earlier session wait in the journal: then it is opened before the first view, so that nothing
 * half-done is shown; else after it. Only a hint: the journal knows.
 */
export function areBatchesWaiting(scope: string): boolean {
  return readStoredText(keyOf(scope)) === 'yes';
}

export function noteWaitingBatches(scope: string, waiting: boolean): void {
  if (areBatchesWaiting(scope) !== waiting) writeStoredText(keyOf(scope), waiting ? 'yes' : '');
}

function keyOf(scope: string): string {
  return `vitrine.waiting.${scope}`;
}
