import { browserStorage } from '~/ui/stored-text';
import type { ImportStore } from './import-store';
import { forgetBrought, hearUnread, readUnread } from './unread-files';

/** Milliseconds after the last word of another tab: one that is there says something every two seconds. */
const SILENT_MS = 3000;
/** A tab that left longer ago (milliseconds) has left nothing that is still being dealt with. */
const RECENT_MS = 60_000;

interface FollowOptions {
  store: ImportStore;
  workspaceId: string;
  /** A tab has just gone that was sending files. */
  onLeft: () => void;
  /** Files that such a tab had not read were brought by this one. */
  onBrought: () => void;
}

/** Follows what tabs that are gone have left: what the workspace goes on with, and what somebody brings again here. */
export function followLeft({ store, workspaceId, onLeft, onBrought }: FollowOptions): void {
  const known = new Set<string>();
  const settled = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const own = () => new Set(store.getState().sessions.map(({ id }) => id));

  const look = async () => {
    const now = Date.now();
    const left = await readUnread(browserStorage(), workspaceId, own(), now);
    const fresh = left.filter(({ sessionId, aliveAt }) => !known.has(sessionId) && now - aliveAt < RECENT_MS);
    for (const { sessionId } of fresh) known.add(sessionId);
    if (fresh.length > 0) onLeft();
  };
  void look();
  hearUnread(workspaceId, () => {
    void look();
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SILENT_MS);
  });

  store.subscribe(({ sessions }) => {
    for (const session of sessions) {
      const isDone = session.status === 'done';
      if (isDone === settled.has(session.id)) continue;
      // A retry goes on with one that was done.
      if (!isDone) settled.delete(session.id);
      else {
        settled.add(session.id);
        void forgetBrought(browserStorage(), workspaceId, session, own()).then((any) => any && onBrought());
      }
    }
  });
}
