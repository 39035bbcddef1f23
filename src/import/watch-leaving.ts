import { browserLocks, holdTabLock } from '~/batches/runner-lock';
import { browserStorage } from '~/ui/stored-text';
import type { ImportSession } from './import-state';
import type { ImportStore } from './import-store';
import { lockScope, unreadOf, writeUnread } from './unread-files';

/** Milliseconds between two notes of what is still unread. */
const NOTE_EVERY_MS = 2000;

/** True while closing the tab would lose files that were chosen: their bytes are read from it. */
export function isSending({ status, reading, counts }: ImportSession): boolean {
  if (status === 'done' || status === 'cancelling') return false;
  return reading || counts.waiting + counts.uploading > 0;
}

/**
 * While files are still being read, the browser asks before the tab closes, and the names of what is unread are
 * kept, so that the next start can tell which files to choose again.
 */
export function watchLeaving(store: ImportStore, workspaceId: string): void {
  const tab = crypto.randomUUID();
  let timer: ReturnType<typeof setInterval> | undefined;
  let letGo = () => {};
  const noted = new Set<string>();

  const note = (closed: boolean) => {
    store.flush();
    const { sessions } = store.getState();
    for (const session of sessions) {
      const unread = unreadOf(session, store.lookAlikes, Date.now());
      if (unread) noted.add(session.id);
      else if (!noted.delete(session.id)) continue;
      writeUnread(browserStorage(), workspaceId, session.id, unread && { ...unread, tab, closed });
    }
    // One that was taken off the list had ended.
    for (const id of noted)
      if (!sessions.some((session) => session.id === id)) {
        noted.delete(id);
        writeUnread(browserStorage(), workspaceId, id, undefined);
      }
  };
  const ask = (event: BeforeUnloadEvent) => {
    // What is said later may be lost with the tab.
    note(false);
    event.preventDefault();
  };
  const leave = () => note(true);
  // Back from the page cache: the tab goes on sending.
  const comeBack = () => note(false);

  store.subscribe(({ sessions }) => {
    const sending = sessions.some(isSending);
    if (sending === (timer !== undefined)) return;
    if (sending) {
      letGo = holdTabLock(lockScope(workspaceId), tab, browserLocks());
      note(false);
      timer = setInterval(() => note(false), NOTE_EVERY_MS);
      window.addEventListener('beforeunload', ask);
      window.addEventListener('pagehide', leave);
      window.addEventListener('pageshow', comeBack);
    } else {
      clearInterval(timer);
      timer = undefined;
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      note(false);
      letGo();
    }
  });
}
