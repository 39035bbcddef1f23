import * as z from 'zod/mini';
import type { ApiClient } from '~/api/client';
import { browserLocks, isTabOpen } from '~/batches/runner-lock';
import { collectionIdSchema } from '~/contract/ids';
import { parseStored } from '~/ui/stored-text';
import type { ImportSession } from './import-state';
import type { LookAlikes } from './look-alikes';
import { isAssetOf, listMadeSince } from './made-since';

/** Files that were chosen but had not reached the workspace when their tab went. Names only: bytes are gone. */
const unreadSchema = z.object({
  sessionId: z.string(),
  /** Names the tab in its lock, which tells that it is there. */
  tab: z.optional(z.string()),
  /** Milliseconds since 1970 at which the tab last said that it is there. */
  aliveAt: z.number(),
  /** The tab said goodbye, so nobody is sending these files any more. */
  closed: z.boolean(),
  target: z.optional(z.string()),
  /** The collection that they were to go to. */
  into: z.optional(collectionIdSchema),
  /** What was to become of their folders. */
  folders: z.optional(z.object({ makeCollections: z.boolean(), reuse: z.boolean() })),
  /** At most `MOST_NAMES`; `total` counts all. */
  paths: z.array(z.string()),
  /** Bytes of each of `paths`. */
  sizes: z.optional(z.array(z.number())),
  /** Which of `paths` were on their way and look like no other file of the tab. */
  sent: z.optional(z.array(z.boolean())),
  /** When the session began by the workspace's clock (ISO 8601): what it became is not older. */
  since: z.optional(z.string()),
  total: z.number(),
  /** How many files of the session had failed by then. */
  failed: z.optional(z.number()),
});
export type UnreadFiles = z.infer<typeof unreadSchema>;

const MOST_NAMES = 1000;
/** Where there are no locks: browsers let hidden tabs run once a minute, so one silent for longer than two is gone. */
const SILENCE_MS = 150_000;

const prefixOf = (workspaceId: string) => `vitrine.unread.${workspaceId}.`;

/** What of a session would be lost if the tab closed now; undefined where every file is at the workspace. */
export function unreadOf(
  session: ImportSession,
  lookAlikes: Pick<LookAlikes, 'isAlone'>,
  now: number,
): UnreadFiles | undefined {
  if (session.status === 'done' || session.status === 'cancelling') return undefined;
  const unread = session.files.filter(({ state }) => state === 'waiting' || state === 'uploading');
  if (unread.length === 0) return undefined;
  const named = unread.slice(0, MOST_NAMES);
  return {
    sessionId: session.id,
    aliveAt: now,
    closed: false,
    target: session.target.name,
    into: session.target.collectionId,
    folders: session.folders,
    paths: named.map(({ path }) => path),
    sizes: named.map(({ size }) => size),
    sent: named.map(
      ({ state, path, size }) => state === 'uploading' && lookAlikes.isAlone({ name: nameOf(path), size }),
    ),
    since: session.since,
    total: unread.length,
    failed: session.counts.failed,
  };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

interface SettleOptions {
  client: ApiClient;
  storage: Storage | undefined;
  workspaceId: string;
  sessionId: string;
  /** Pages of 100 of the newest assets that are looked through. */
  mostPages: number;
  signal: AbortSignal;
}

/**
 * What is left of it, kept as such; null where nothing is. A tab that goes hears no more of what it had just sent, so the
 * workspace is asked for files of the same name and size. One that looks like another stays: which of them came is not known.
 */
export async function settleUnread(options: SettleOptions): Promise<UnreadFiles | null> {
  const { client, storage, workspaceId, sessionId, mostPages, signal } = options;
  const since = readOne(storage, workspaceId, sessionId)?.since;
  const made = since === undefined ? [] : await listMadeSince(client, since, mostPages, signal);
  // Read again: another tab may have forgotten it meanwhile.
  const unread = readOne(storage, workspaceId, sessionId);
  if (!unread) return null;
  const { sent = [], into } = unread;
  const collectionIds = into === undefined ? [] : [into];
  return takeOff(storage, workspaceId, unread, (path, size, n) => {
    if (size === undefined || !sent[n]) return false;
    return made.some((asset) => isAssetOf(asset, { name: nameOf(path), size }, collectionIds));
  });
}

/**
 * Takes off the notes of tabs that are gone what a session of this one has brought after all: files of the same path and
 * size. Resolves with whether there were any.
 */
export async function forgetBrought(
  storage: Storage | undefined,
  workspaceId: string,
  { files }: ImportSession,
  own: ReadonlySet<string>,
): Promise<boolean> {
  const brought = new Map(
    files.flatMap(({ path, size, state }) =>
      state === 'imported' || state === 'linked' ? [[path, size] as const] : [],
    ),
  );
  let any = false;
  const { gone } = await readUnread(storage, workspaceId, own, Date.now());
  for (const unread of gone) {
    const left = takeOff(storage, workspaceId, unread, (path, size) => brought.get(path) === size);
    any ||= left !== unread;
  }
  return any;
}

/** The note without some of its files, kept as such; the same where it names none of them, null where it named no others. */
function takeOff(
  storage: Storage | undefined,
  workspaceId: string,
  unread: UnreadFiles,
  isIn: (path: string, size: number | undefined, n: number) => boolean,
): UnreadFiles | null {
  const { paths, sizes = [], sent = [], total, sessionId } = unread;
  const stays = paths.map((path, n) => !isIn(path, sizes[n], n));
  const isLeft = (_: unknown, n: number) => stays[n] ?? true;
  const left = {
    ...unread,
    paths: paths.filter(isLeft),
    sizes: sizes.filter(isLeft),
    sent: sent.filter(isLeft),
  };
  left.total = total - (paths.length - left.paths.length);
  if (left.total === total) return unread;
  writeUnread(storage, workspaceId, sessionId, left.total > 0 ? left : undefined);
  return left.total > 0 ? left : null;
}

function readOne(storage: Storage | undefined, workspaceId: string, id: string): UnreadFiles | undefined {
  return parse(storage?.getItem(prefixOf(workspaceId) + id) ?? null)[0];
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

/** The scope of the locks that tabs hold while they send files of a workspace. */
export const lockScope = (workspaceId: string) => `imports ${workspaceId}`;

/** What tabs that are gone had not read, and of how many sessions the tab is still there; `own` are those of this tab. */
export async function readUnread(
  storage: Storage | undefined,
  workspaceId: string,
  own: ReadonlySet<string>,
  now: number,
  locks = browserLocks(),
): Promise<{ gone: UnreadFiles[]; open: number }> {
  if (!storage) return { gone: [], open: 0 };
  const prefix = prefixOf(workspaceId);
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const others = keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => parse(storage.getItem(key)))
    .filter(({ sessionId }) => !own.has(sessionId));
  // What a tab says last may be lost with it.
  const isGone = async ({ closed, tab, aliveAt }: UnreadFiles) =>
    closed ||
    (locks && tab !== undefined
      ? !(await isTabOpen(lockScope(workspaceId), tab, locks))
      : now - aliveAt > SILENCE_MS);
  const areGone = await Promise.all(others.map(isGone));
  const gone = others.filter((_, n) => areGone[n]);
  return { gone, open: others.length - gone.length };
}

/** Hears when other tabs write: what one said as it closed may come when this one has looked already. */
export function hearUnread(workspaceId: string, onChange: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key?.startsWith(prefixOf(workspaceId))) onChange();
  });
}

function parse(text: string | null): UnreadFiles[] {
  const parsed = unreadSchema.safeParse(parseStored(text));
  return parsed.success ? [parsed.data] : [];
}
