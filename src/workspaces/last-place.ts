import type { HistoryState } from '@tanstack/react-router';

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
let places: Record<string, Place> | undefined;

/** Remembers the place shown, so that coming back from another workspace finds it. In this tab, across reloads. */
export function rememberPlace(workspaceId: string, place: Place): void {
  keep({ ...known(), [workspaceId]: place });
}

/** Where to go for the place somebody was at last in a workspace; undefined where they have not been there. */
export function lastPlace(
  workspaceId: string,
): { to: string; search: object; state: HistoryState } | undefined {
  const place = known()[workspaceId];
  return place && { to: place.pathname, search: place.search, state: { resumes: place.entry } };
}

/** Forgets the place in a workspace that is gone. */
export function forgetPlace(workspaceId: string): void {
  const { [workspaceId]: _, ...others } = known();
  keep(others);
}

function keep(next: Record<string, Place>): void {
  places = next;
  try {
    sessionStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // Storage full or refused: it still works until the next reload.
  }
}

function known(): Record<string, Place> {
  if (places) return places;
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '{}');
    places = typeof stored === 'object' && stored !== null ? (stored as Record<string, Place>) : {};
  } catch {
    places = {};
  }
  return places;
}
