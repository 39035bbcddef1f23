import type { Page } from '@playwright/test';

/** A change as it was planned: items by id. */
export interface PlannedChange {
  kind: string;
  collectionId?: string;
  collection?: { id: string; name: string };
  assets?: readonly string[];
  to?: string | { assetId: string } | null;
  replaces?: string;
}

export interface WrittenBatch {
  id: string;
  intent: { kind: string };
  inverseOf: string | undefined;
  pending: readonly PlannedChange[];
  /** What the events say: undefined while it goes on. */
  state: string | undefined;
  /** Ids that were confirmed, and how many confirmations there were. */
  done: { ids: readonly string[]; count: number };
  failures: readonly { reason: string; ids: readonly string[]; message: string }[];
}

export interface WrittenJournal {
  batches: readonly WrittenBatch[];
  aliases: Readonly<Record<string, string>>;
}

/** Reads what the app has written down, as it stands in the browser: what was intended is known from nothing else. */
export async function readJournal(page: Page): Promise<WrittenJournal> {
  return page.evaluate<WrittenJournal>(READ);
}

// Text, because tsx leaves calls of its own in functions. The journal may not exist yet.
const READ = `(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('vitrine-journal')) return { batches: [], aliases: {} };
  const promised = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await promised(indexedDB.open('vitrine-journal'));
  const stores = db.transaction(['batches', 'events', 'aliases']);
  const [batches, events, aliases] = await Promise.all(
    ['batches', 'events', 'aliases'].map((name) => promised(stores.objectStore(name).getAll())),
  );
  db.close();
  const settled = ['done', 'partly-failed', 'failed', 'cancelled'];
  return {
    aliases: Object.fromEntries(aliases.map(({ from, to }) => [from, to])),
    batches: batches
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(({ id, batch }) => {
        const own = events.filter(({ batchId }) => batchId === id).map(({ event }) => event);
        return {
          id,
          intent: batch.intent,
          inverseOf: batch.inverseOf,
          pending: batch.pending,
          state: own.find(({ type, state }) => type === 'state' && settled.includes(state))?.state,
          done: {
            ids: own.filter(({ type }) => type === 'done').flatMap(({ ids }) => ids),
            count: own.filter(({ type }) => type === 'done').length,
          },
          failures: own.filter(({ type }) => type === 'failed'),
        };
      }),
  };
})()`;
