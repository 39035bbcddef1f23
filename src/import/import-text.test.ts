import { describe, expect, it } from 'vitest';
import { applyEvents, type FileState, type ImportEvent, newSession } from './import-state';
import { announcementText, problemText, resultText, statusText } from './import-text';

function sessionWith(states: readonly FileState[], more: readonly ImportEvent[] = []) {
  const found = states.map((_, index): ImportEvent => ({ type: 'found', path: `${index}.png`, size: 1e6 }));
  const moved = states.map((to, index): ImportEvent => ({ type: 'moved', index, to }));
  const target = { collectionId: undefined };
  return applyEvents(newSession('one', { target }, 0), [
    ...found,
    ...moved,
    { type: 'read-to-end' },
    ...more,
  ]);
}

describe('texts of an import', () => {
  it.each<[FileState[], string]>([
    [['imported', 'imported'], 'Imported 2 into the library'],
    [
      ['imported', 'linked', 'failed'],
      'Imported 1 into the library · 1 was already in the library · 1 failed',
    ],
    [['linked', 'linked'], '2 were already in the library'],
    [['failed'], 'Imported 0 into the library · 1 failed'],
    [['imported', 'cancelled'], 'Imported 1 into the library · 1 not imported'],
    [[], 'There were no files to import'],
  ])('the result of %j is "%s"', (states, text) => {
    expect(resultText(sessionWith(states))).toBe(text);
  });

  it('tells how far it is', () => {
    const session = sessionWith(['imported', 'linked', 'failed', 'waiting']);
    expect(announcementText(session)).toBe('Imported 2 of 4, 1 failed');
    expect(statusText(session, 0)).toBe('2 of 4 imported');
    expect(statusText({ ...session, reading: true }, 0)).toBe('2 imported of 4 found so far');
    expect(statusText({ ...session, waitingUntil: 8500 }, 0)).toBe(
      'Waiting 9 s for the workspace: 2 of 4 imported',
    );
    expect(statusText({ ...session, status: 'paused' }, 0)).toBe('Paused: 2 of 4 imported');
  });

  it('says how much room is needed when the disk is full', () => {
    const problem = { kind: 'disk-full', message: 'No room.' } as const;
    const session = sessionWith(
      ['imported', 'waiting', 'uploading'],
      [{ type: 'status', status: 'paused', problem }],
    );
    expect(problemText(session)).toEqual({
      title: 'The disk is full: 2 MB more are needed',
      detail: 'What fitted is imported. Make room for 2 files, then resume.',
    });
  });
});
