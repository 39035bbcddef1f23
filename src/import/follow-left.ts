import { browserStorage } from '~/ui/stored-text';
import type { ImportSession } from './import-state';
import type { ImportStore } from './import-store';
import type { LeftNotes } from './left-notes';
import { forgetBrought } from './unread-files';

/** A tab that left longer ago (milliseconds) has left nothing that is still being dealt with. */
const RECENT_MS = 60_000;

interface FollowOptions {
  imports: ImportStore;
  left: LeftNotes;
  workspaceId: string;
  /** A tab has just gone that was sending files. */
  onLeft: () => void;
  /** Files that such a tab had not read were brought by this one. */
  onBrought: () => void;
}

/** Follows what tabs that are gone have left: what the workspace goes on with, and what somebody brings again here. */
export function followLeft({ imports, left, workspaceId, onLeft, onBrought }: FollowOptions): void {
  const known = new Set<string>();
  const settled = new Set<string>();

  left.subscribe(({ notes }) => {
    const since = Date.now() - RECENT_MS;
    const fresh = notes.filter(({ sessionId, aliveAt }) => !known.has(sessionId) && aliveAt > since);
    for (const { sessionId } of fresh) known.add(sessionId);
    if (fresh.length > 0) onLeft();
  });

  const takeOff = async (session: ImportSession) => {
    const own = new Set(imports.getState().sessions.map(({ id }) => id));
    if (!(await forgetBrought(browserStorage(), workspaceId, session, own))) return;
    onBrought();
    await left.look();
  };
  imports.subscribe(({ sessions }) => {
    for (const session of sessions) {
      const isDone = session.status === 'done';
      if (isDone === settled.has(session.id)) continue;
      // A retry goes on with one that was done.
      if (!isDone) settled.delete(session.id);
      else {
        settled.add(session.id);
        void takeOff(session);
      }
    }
  });
}
