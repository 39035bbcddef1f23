// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { applyEvents, newSession } from './import-state';
import { readUnread, unreadOf, writeUnread } from './unread-files';

const session = applyEvents(newSession('one', { name: 'Props' }, 0), [
  { type: 'found', path: 'Refs/a.png', size: 1 },
  { type: 'found', path: 'Refs/b.png', size: 1 },
  { type: 'found', path: 'Refs/c.png', size: 1 },
  { type: 'moved', index: 0, to: 'processing' },
  { type: 'moved', index: 1, to: 'uploading' },
]);

describe('files that were not read', () => {
  beforeEach(() => localStorage.clear());

  it('are those whose bytes are not all at the workspace', () => {
    expect(unreadOf(session, 5)).toMatchObject({
      paths: ['Refs/b.png', 'Refs/c.png'],
      total: 2,
      target: 'Props',
    });
    const done = applyEvents(session, [{ type: 'status', status: 'done' }]);
    expect(unreadOf(done, 5)).toBeUndefined();
  });

  it.each([
    ['a tab that said goodbye', { closed: true, at: 1000 }, ['one']],
    ['a tab that is silent for long', { closed: false, at: 200_000 }, ['one']],
    ['a tab that is there', { closed: false, at: 1000 }, []],
  ])('are listed of %s as it should be', (_tab, { closed, at }, expected) => {
    const unread = unreadOf(session, 0);
    if (unread) writeUnread(localStorage, 'local', 'one', { ...unread, closed });
    expect(readUnread(localStorage, 'local', new Set(), at).map(({ sessionId }) => sessionId)).toEqual(
      expected,
    );
    expect(readUnread(localStorage, 'other', new Set(), at)).toEqual([]);
    expect(readUnread(localStorage, 'local', new Set(['one']), at)).toEqual([]);
    writeUnread(localStorage, 'local', 'one');
    expect(readUnread(localStorage, 'local', new Set(), at)).toEqual([]);
  });

  it('survive what else may be in storage', () => {
    localStorage.setItem('vitrine.unread.local.x', '{"paths":1}');
    localStorage.setItem('vitrine.unread.local.y', 'no json');
    expect(readUnread(localStorage, 'local', new Set(), 1)).toEqual([]);
  });
});
