import { badRequest } from './library-error';

/** Where a page ended: the sort value and the id of its last record. */
export type Position = readonly [sortValue: number | string, id: string];

/**
 * Makes an opaque token of a position. It names the query it belongs to, so that it cannot go on with other filters.
 * Because it is a position and not a number of rows, pages neither repeat nor skip while records come and go.
 */
export function encodeCursor(position: Position, query: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify([fingerprint(query), ...position]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Reads a token of the same query; 400 for garbage or a token of another one. */
export function decodeCursor(token: string | undefined, query: object): Position | undefined {
  if (token === undefined) return undefined;
  const [made, sortValue, id] = readToken(token);
  const usable = typeof sortValue === 'number' || typeof sortValue === 'string';
  if (!usable || typeof id !== 'string') throw badRequest('Invalid paginationToken');
  if (made !== fingerprint(query)) throw badRequest('paginationToken belongs to another query');
  return [sortValue, id];
}

function readToken(token: string): unknown[] {
  try {
    const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}

/** A short hash (FNV-1a) of the filters and the order; page size and token are free to differ. */
function fingerprint(query: object): number {
  const { pageSize: _size, paginationToken: _token, ...rest } = query as Record<string, unknown>;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return hash >>> 0;
}
