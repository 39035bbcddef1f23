import type { HistoryState } from '@tanstack/react-router';
import { createStore } from 'zustand/vanilla';

/** Where somebody was in a workspace, and the history entry it was. */
interface Place {
  pathname: string;
  search: object;
  entry: string;
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The entry that this one goes on with: what was remembered for that one holds here. */
    resumes?: string;
  }
}

const STORED = 'vitrine.places';
const placeStore = createStore<Readonly<Record<string, Place>>>(storedPlaces);

/** Remembers the place shown, so that coming back from another workspace finds it. In this tab, across reloads. */
export function rememberPlace(workspaceId: string, place: Place): void {
  keep({ ...placeStore.getState(), [workspaceId]: place });
}

/** Where to go for the place somebody was at last in a workspace; undefined where they have not been there. */
export function lastPlace(
  workspaceId: string,
): { to: string; search: object; state: HistoryState } | undefined {
  const place = placeStore.getState()[workspaceId];
  return place && { to: place.pathname, search: place.search, state: { resumes: place.entry } };
}

/** Forgets the place in a workspace that is gone. */
export function forgetPlace(workspaceId: string): void {
  const { [workspaceId]: _, ...others } = placeStore.getState();
  keep(others);
}

function keep(next: Record<string, Place>): void {
  placeStore.setState(next, true);
  try {
    sessionStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // Storage full or refused: it still works until the next reload.
  }
}

function storedPlaces(): Record<string, Place> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '{}');
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, Place>) : {};
  } catch {
    return {};
  }
}
