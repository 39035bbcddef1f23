// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { holdTabLock, type Locks } from '~/batches/runner-lock';
import { createFakeLocks } from '~/testing/fake-locks';
import { holdBack, setUpImport, sourceOf, wholePng } from '~/testing/import-sessions';
import { createLookAlikes } from './look-alikes';
import { applyEvents, newSession } from './import-state';
import {
  forgetBrought,
  lockScope,
  readUnread,
  settleUnread,
  type UnreadFiles,
  unreadOf,
  writeUnread,
} from './unread-files';

/** No file looks like another. */
const ALONE = { isAlone: () => true };
/** A browser without locks. */
const NONE: { all: Locks | undefined } = { all: undefined };

const session = applyEvents(newSession('one', { target: { name: 'Props' } }, 0), [
  { type: 'found', path: 'Refs/a.png', size: 1 },
  { type: 'found', path: 'Refs/b.png', size: 1 },
  { type: 'found', path: 'Refs/c.png', size: 1 },
  { type: 'moved', index: 0, to: 'processing' },
  { type: 'moved', index: 1, to: 'uploading' },
]);

describe('files that were not read', () => {
  beforeEach(() => localStorage.clear());

  it('are those whose bytes are not all at the workspace', () => {
    expect(unreadOf(session, ALONE, 5)).toMatchObject({
      paths: ['Refs/b.png', 'Refs/c.png'],
      total: 2,
      target: 'Props',
    });
    const done = applyEvents(session, [{ type: 'status', status: 'done' }]);
    expect(unreadOf(done, ALONE, 5)).toBeUndefined();
  });

  const listed = async (at: number, { workspace = 'local', own = new Set<string>(), locks = NONE } = {}) =>
    (await readUnread(localStorage, workspace, own, at, locks.all)).gone.map(({ sessionId }) => sessionId);
  const keep = (more: Partial<UnreadFiles>) => {
    const unread = unreadOf(session, ALONE, 0);
    if (unread) writeUnread(localStorage, 'local', 'one', { ...unread, ...more });
  };

  it('are known again by their size where they were on their way and look like no other file of the tab', () => {
    const lookAlikes = createLookAlikes();
    for (const name of ['a.png', 'b.png', 'c.png']) lookAlikes.found({ name, size: 1 });
    expect(unreadOf(session, lookAlikes, 5)?.sent).toEqual([true, false]);
    lookAlikes.found({ name: 'b.png', size: 1 });
    expect(unreadOf(session, lookAlikes, 5)?.sent).toEqual([false, false]);
  });

  it.each([
    ['a tab that said goodbye', { closed: true, at: 1000 }, ['one']],
    ['a tab that is silent for long', { closed: false, at: 200_000 }, ['one']],
    ['a tab that is there', { closed: false, at: 1000 }, []],
  ])('are listed of %s as it should be, where there are no locks', async (_tab, { closed, at }, expected) => {
    keep({ closed });
    expect(await listed(at)).toEqual(expected);
    expect(await listed(at, { workspace: 'other' })).toEqual([]);
    expect(await listed(at, { own: new Set(['one']) })).toEqual([]);
    writeUnread(localStorage, 'local', 'one');
    expect(await listed(at)).toEqual([]);
  });

  it('are listed of a tab that was killed, as soon as its lock is free', async () => {
    const locks = { all: createFakeLocks() };
    keep({ tab: 'killed' });
    const letGo = holdTabLock(lockScope('local'), 'killed', locks.all);
    expect(await listed(200_000, { locks })).toEqual([]);
    letGo();
    await vi.waitFor(async () => expect(await listed(1000, { locks })).toEqual(['one']));
    const unread = unreadOf(session, ALONE, 0);
    if (unread) writeUnread(localStorage, 'local', 'two', { ...unread, sessionId: 'two', tab: 'killed' });
    expect((await listed(1000, { locks })).sort()).toEqual(['one', 'two']);
  });

  it('are forgotten one by one as they are brought after all', async () => {
    keep({ closed: true });
    const bring = (path: string, size: number) =>
      applyEvents(newSession('again', { target: {} }, 0), [
        { type: 'found', path, size },
        { type: 'moved', index: 0, to: 'linked' },
      ]);
    const forget = async (path: string, size: number) =>
      forgetBrought(localStorage, 'local', bring(path, size), new Set(['again']));
    expect(await forget('b.png', 1)).toBe(false);
    expect(await forget('Refs/b.png', 2)).toBe(false);
    expect(await forget('Refs/b.png', 1)).toBe(true);
    const { gone } = await readUnread(localStorage, 'local', new Set(), 1);
    expect(gone).toMatchObject([{ paths: ['Refs/c.png'], total: 1 }]);
    expect(await forget('Refs/c.png', 1)).toBe(true);
    expect(await listed(1)).toEqual([]);
  });

  it('survive what else may be in storage', async () => {
    localStorage.setItem('vitrine.unread.local.x', '{"paths":1}');
    localStorage.setItem('vitrine.unread.local.y', 'no json');
    expect(await listed(1)).toEqual([]);
  });
});

describe('files that a tab had on their way when it was closed', () => {
  beforeEach(() => localStorage.clear());

  /** Leaves a session of which the workspace has some files, while none of its answers has been heard. */
  async function leave(paths: readonly string[], arrive: number) {
    const gate = holdBack();
    let sent = 0;
    const { client, store, until } = setUpImport(async (request, answer) => {
      if (request.method !== 'POST' || !request.url.endsWith('/v1/assets')) return undefined;
      sent += 1;
      const answered = sent <= arrive ? await answer() : undefined;
      await gate.promise;
      return answered;
    });
    const id = store.start({ source: sourceOf(paths.map((path) => wholePng(path))), target: {} });
    const all = paths.length;
    const begun = await until(id, ({ counts }) => counts.imported === 1 && counts.uploading === all - 1);
    await vi.waitFor(() => expect(sent).toBe(all - 1));
    const unread = unreadOf(begun, store.lookAlikes, 0);
    if (!unread) throw new Error('Everything was read');
    writeUnread(localStorage, 'local', id, { ...unread, closed: true });
    const { signal } = new AbortController();
    const settle = async () =>
      settleUnread({
        client,
        storage: localStorage,
        workspaceId: 'local',
        sessionId: id,
        mostPages: 1,
        signal,
      });
    return { total: unread.total, settle };
  }
  const stored = async () => (await readUnread(localStorage, 'local', new Set(), 1)).gone;

  it('are not named once the workspace has them', async () => {
    const { total, settle } = await leave(['first.png', 'a/1.png', 'a/ 22.png', 'b/333.png'], 2);
    expect(total).toBe(3);
    await vi.waitFor(async () => expect(await settle()).toMatchObject({ paths: ['b/333.png'], total: 1 }));
    expect(await stored()).toMatchObject([{ paths: ['b/333.png'], total: 1 }]);
    expect(await settle()).toMatchObject({ paths: ['b/333.png'], total: 1 });
  });

  it('leave nothing to be said where all of them came', async () => {
    const { settle } = await leave(['first.png', '1.png', '22.png'], 2);
    await vi.waitFor(async () => expect(await settle()).toBeNull());
    expect(await stored()).toEqual([]);
  });

  it('stay named where another of the session looks the same', async () => {
    const { settle } = await leave(['first.png', 'a/1.png', 'b/1.png', 'c/22.png'], 3);
    await vi.waitFor(async () =>
      expect(await settle()).toMatchObject({ paths: ['a/1.png', 'b/1.png'], total: 2 }),
    );
  });

  it('stay forgotten where somebody forgot them meanwhile', async () => {
    const { settle } = await leave(['first.png', '1.png', '22.png'], 0);
    const settling = settle();
    localStorage.clear();
    expect(await settling).toBeNull();
    expect(await stored()).toEqual([]);
  });
});
