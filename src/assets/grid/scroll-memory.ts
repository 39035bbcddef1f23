/** Where a grid was left: an item and how far below the upper edge of the view it stood, in CSS pixels. */
export interface ScrollPlace {
  readonly id: string;
  /** Its position: where to look for it, should it not be loaded. */
  readonly index?: number;
  readonly offset: number;
  /** The item the keyboard was on. */
  readonly focusId?: string;
}

const STORED = 'vitrine:scroll';
/** History entries remembered across a reload. */
const KEPT = 60;

let places: Map<string, ScrollPlace> | undefined;

function known(): Map<string, ScrollPlace> {
  if (places) return places;
  places = new Map();
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]');
    if (Array.isArray(stored)) places = new Map(stored as [string, ScrollPlace][]);
  } catch {
    // Unreadable: the grid opens at its top.
  }
  return places;
}

/** The place a listing was left at; `key` names the history entry and the listing. */
export function recallScroll(key: string): ScrollPlace | undefined {
  return known().get(key);
}

/** Remembers where a listing is in a history entry, in this tab, across reloads. */
export function rememberScroll(key: string, place: ScrollPlace): void {
  const all = known();
  all.delete(key);
  all.set(key, place);
  for (const oldest of all.keys()) {
    if (all.size <= KEPT) break;
    all.delete(oldest);
  }
  try {
    sessionStorage.setItem(STORED, JSON.stringify([...all]));
  } catch {
    // Storage full or refused: it still works until the next reload.
  }
}
