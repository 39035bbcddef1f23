import * as z from 'zod/mini';
import { parseStored } from '~/ui/stored-text';
import type { ImportSession } from './import-state';

/** Files that were chosen but had not reached the workspace when their tab went. Names only: bytes are gone. */
const unreadSchema = z.object({
  sessionId: z.string(),
  /** Milliseconds since 1970 at which the tab last said that it is there. */
  aliveAt: z.number(),
  /** The tab said goodbye, so nobody is sending these files any more. */
  closed: z.boolean(),
  target: z.optional(z.string()),
  /** At most `MOST_NAMES`; `total` counts all. */
  paths: z.array(z.string()),
  total: z.number(),
});
export type UnreadFiles = z.infer<typeof unreadSchema>;

const MOST_NAMES = 1000;
/** Browsers let hidden tabs run once a minute: a tab silent for longer than two is gone. */
const SILENCE_MS = 150_000;

const prefixOf = (workspaceId: string) => `vitrine.unread.${workspaceId}.`;

/** What would be lost if the tab closed now; undefined where every file is at the workspace. */
export function unreadOf(session: ImportSession, now: number): UnreadFiles | undefined {
  if (session.status === 'done' || session.status === 'cancelling') return undefined;
  const unread = session.files.filter(({ state }) => state === 'waiting' || state === 'uploading');
  if (unread.length === 0) return undefined;
  return {
    sessionId: session.id,
    aliveAt: now,
    closed: false,
    target: session.target.name,
    paths: unread.slice(0, MOST_NAMES).map(({ path }) => path),
    total: unread.length,
  };
}

/** Keeps, or forgets, what a session has not read. A full or forbidden storage is no reason to stop an import. */
export function writeUnread(
  storage: Storage | undefined,
  workspaceId: string,
  id: string,
  unread?: UnreadFiles,
): void {
  const key = prefixOf(workspaceId) + id;
  try {
    if (unread) storage?.setItem(key, JSON.stringify(unread));
    else storage?.removeItem(key);
  } catch {
    // Only the reminder is lost.
  }
}

/** Lists what tabs that are gone had not read; `own` are the sessions of this tab. */
export function readUnread(
  storage: Storage | undefined,
  workspaceId: string,
  own: ReadonlySet<string>,
  now: number,
): UnreadFiles[] {
  if (!storage) return [];
  const prefix = prefixOf(workspaceId);
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => parse(storage.getItem(key)))
    .filter(
      ({ sessionId, closed, aliveAt }) => !own.has(sessionId) && (closed || now - aliveAt > SILENCE_MS),
    );
}

function parse(text: string | null): UnreadFiles[] {
  const parsed = unreadSchema.safeParse(parseStored(text));
  return parsed.success ? [parsed.data] : [];
}
