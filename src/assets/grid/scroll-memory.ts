/** Where a grid was left: an item and how far below the upper edge of the view it stood, in CSS pixels. */
export interface ScrollPlace {
  readonly id: string;
  readonly offset: number;
  /** The keyboard was in the grid. */
  readonly focused: boolean;
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

/** The place a history entry was left at. */
export function recallScroll(entry: string): ScrollPlace | undefined {
  return known().get(entry);
}

/** Remembers where a history entry is, in this tab, across reloads. */
export function rememberScroll(entry: string, place: ScrollPlace): void {
  const all = known();
  all.delete(entry);
  all.set(entry, place);
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
