import { createStore, type StoreApi } from 'zustand/vanilla';
import { browserStorage } from '~/ui/stored-text';
import type { ImportStore } from './import-store';
import { hearUnread, readUnread, type UnreadFiles, writeUnread } from './unread-files';

/** Milliseconds after which tabs that are there are looked for again: one that is killed says nothing. */
const TABS_EVERY_MS = 5000;

/** What tabs that are gone had not read, as each of them noted it last. */
export interface LeftNotes extends StoreApi<{ notes: readonly UnreadFiles[] }> {
  /** Looks now; by itself it does when another tab says something, and while one that was sending files is there. */
  look(): Promise<void>;
  /** The person needs no reminder of these any more. */
  forget(sessionId: string): void;
}

/** Follows the notes that tabs of a workspace keep; those of sessions of this tab are not among them. */
export function createLeftNotes(imports: ImportStore, workspaceId: string): LeftNotes {
  const store = createStore<{ notes: readonly UnreadFiles[] }>(() => ({ notes: [] }));
  let looks = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    looks += 1;
    const mine = looks;
    const own = new Set(imports.getState().sessions.map(({ id }) => id));
    const { gone, open } = await readUnread(browserStorage(), workspaceId, own, Date.now());
    // A later look knows better.
    if (mine !== looks) return;
    store.setState({ notes: gone });
    clearTimeout(timer);
    if (open > 0) timer = setTimeout(() => void look(), TABS_EVERY_MS);
  }

  function forget(sessionId: string): void {
    writeUnread(browserStorage(), workspaceId, sessionId);
    store.setState(({ notes }) => ({ notes: notes.filter((note) => note.sessionId !== sessionId) }));
    // One that began before would bring it back.
    void look();
  }

  void look();
  hearUnread(workspaceId, () => void look());
  return { ...store, look, forget };
}
