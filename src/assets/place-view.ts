import { readStoredText, writeStoredText } from '~/ui/stored-text';

/** How a place is drawn and ordered, as its search parameters say it. */
interface PlaceView {
  layout?: string | undefined;
  size?: number | undefined;
  sort?: string | undefined;
}

const PARTS = ['layout', 'size', 'sort'] as const;
const STORED = 'vitrine.views';
/** Places remembered; the ones changed longest ago go. */
const KEPT = 200;

/** Keeps what the person chose for a place (its path), in this browser; a part that is undefined is the default again. */
export function rememberView(place: string, change: PlaceView): void {
  if (!PARTS.some((part) => part in change)) return;
  const views = storedViews();
  const view = { ...views.get(place), ...change };
  const kept = PARTS.flatMap((part) => (view[part] === undefined ? [] : [[part, view[part]] as const]));
  views.delete(place);
  if (kept.length > 0) views.set(place, Object.fromEntries(kept));
  writeStoredText(STORED, JSON.stringify([...views].slice(-KEPT)));
}

interface Visit {
  pathname: string;
  search: PlaceView;
  state: { __TSR_key?: string | undefined };
}

/** History entries that were shown: what their address does not say was so by choice. */
const shown = new Set<string>();

/**
 * What was chosen for a place, for an address that says nothing of it; undefined where the address is to be taken as
 * it is. An entry that Back returns to is taken as it was left.
 */
export function rememberedView({ pathname, search, state }: Visit): PlaceView | undefined {
  const { __TSR_key: entry = '' } = state;
  if (shown.has(entry)) return undefined;
  if (entry !== '') shown.add(entry);
  return PARTS.some((part) => search[part] !== undefined) ? undefined : storedViews().get(pathname);
}

function storedViews(): Map<string, PlaceView> {
  try {
    const stored: unknown = JSON.parse(readStoredText(STORED) ?? '[]');
    return new Map(Array.isArray(stored) ? (stored as [string, PlaceView][]) : []);
  } catch {
    // Not ours, or cut short: every place has its defaults.
    return new Map();
  }
}
