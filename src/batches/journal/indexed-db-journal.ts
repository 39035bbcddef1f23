import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { CollectionId } from '~/contract/ids';
import type { Batch } from '../batch';
import { progressMessage } from '../batch-message';
import type { Journal, JournalEntries, UnreadableBatch } from './journal';
import {
  type BatchRecord,
  type EventRecord,
  pack,
  type Packed,
  type PieceRecord,
  unpackBatch,
  VERSION,
} from './journal-record';

const NAME = 'vitrine-journal';

interface JournalSchema extends DBSchema {
  batches: { key: [scope: string, id: string]; value: BatchRecord };
  pieces: { key: number; value: PieceRecord; indexes: { batch: [scope: string, batchId: string] } };
  events: { key: number; value: EventRecord; indexes: { batch: [scope: string, batchId: string] } };
  aliases: {
    key: [scope: string, from: CollectionId];
    value: { scope: string; from: CollectionId; to: CollectionId };
  };
}

type Database = IDBPDatabase<JournalSchema>;
const STORES = ['batches', 'pieces', 'events', 'aliases'] as const;
type Writing = IDBPTransaction<JournalSchema, typeof STORES, 'readwrite'>;

/**
 * The journal of one workspace in a database of its own, apart from the library. `scope` names the workspace and its
 * address: a workspace that now means another server must not get the batches of the old one. Rejects where the
 * browser keeps nothing, or only what a later version of Vitrine wrote.
 */
export async function openIndexedDbJournal(scope: string): Promise<Journal> {
  const db: Database = await openDB<JournalSchema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('batches', { keyPath: ['scope', 'id'] });
      for (const name of ['pieces', 'events'] as const)
        database.createObjectStore(name, { autoIncrement: true }).createIndex('batch', ['scope', 'batchId']);
      database.createObjectStore('aliases', { keyPath: ['scope', 'from'] });
    },
    // A later version of Vitrine wants to change the database: it must not wait for this tab.
    blocking: () => db.close(),
  });
  return new IndexedDbJournal(db, scope);
}

interface Entry {
  entry: Parameters<Journal['append']>;
  resolve: (key: number) => void;
  reject: (error: unknown) => void;
}

class IndexedDbJournal implements Journal {
  readonly notKept = undefined;
  private readonly entries: Entry[] = [];
  private writing: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    private readonly scope: string,
  ) {}

  async load(): Promise<JournalEntries> {
    const records = await this.db.getAll('batches', IDBKeyRange.bound([this.scope], [this.scope, []]));
    records.sort((a, b) => a.createdAt - b.createdAt);
    const batches: Batch[] = [];
    const unreadable: UnreadableBatch[] = [];
    for (const record of records) {
      // One after the other, so that a large one is not held twice.
      // oxlint-disable-next-line no-await-in-loop
      const batch = await this.unpack(record);
      if (batch) batches.push(batch);
      else unreadable.push({ id: record.id, title: record.title });
    }
    const aliases = await this.db.getAll('aliases', IDBKeyRange.bound([this.scope], [this.scope, []]));
    return { batches, unreadable, aliases: aliases.map(({ from, to }) => [from, to] as const) };
  }

  async read(batchId: string): Promise<Batch | undefined> {
    const record = await this.db.get('batches', [this.scope, batchId]);
    return record && this.unpack(record);
  }

  async begin(batch: Batch): Promise<void> {
    const packed = pack(batch);
    // To the disk, not only to the system: this is the promise that nothing is lost.
    const writing = this.db.transaction(STORES, 'readwrite', { durability: 'strict' });
    await settle(writing, async () => {
      await this.putPieces(writing, batch.id, packed);
      await writing.objectStore('batches').add({
        version: VERSION,
        scope: this.scope,
        id: batch.id,
        title: progressMessage(batch).text,
        createdAt: batch.createdAt,
        batch: packed.data,
      });
    });
  }

  /** What comes while a write is on its way goes together into the next: each costs the disk the same. */
  append(...entry: Parameters<Journal['append']>): Promise<number> {
    return new Promise((resolve, reject) => {
      this.entries.push({ entry, resolve, reject });
      this.writing ??= this.writeEntries();
    });
  }

  private async writeEntries(): Promise<void> {
    // What else is handed over in this moment comes along.
    await Promise.resolve();
    while (this.entries.length > 0) {
      const entries = this.entries.splice(0);
      try {
        // oxlint-disable-next-line no-await-in-loop -- one transaction after the other
        const keys = await this.write(entries.map(({ entry }) => entry));
        entries.forEach(({ resolve }, n) => resolve(keys[n] ?? 0));
      } catch (error) {
        for (const { reject } of entries) reject(error);
      }
    }
    this.writing = undefined;
  }

  private async write(entries: readonly Parameters<Journal['append']>[]): Promise<number[]> {
    const { scope } = this;
    const writing = this.db.transaction(STORES, 'readwrite', { durability: 'relaxed' });
    const keys: number[] = [];
    await settle(writing, async () => {
      for (const [batchId, event, aliases] of entries) {
        const packed = pack(event);
        // oxlint-disable-next-line no-await-in-loop -- in their order
        await this.putPieces(writing, batchId, packed);
        // oxlint-disable-next-line no-await-in-loop
        const [key] = await Promise.all([
          writing.objectStore('events').add({ version: VERSION, scope, batchId, event: packed.data }),
          ...aliases.map(([from, to]) => writing.objectStore('aliases').put({ scope, from, to })),
        ]);
        keys.push(key);
      }
    });
    return keys;
  }

  async forget(batchIds: readonly string[]): Promise<void> {
    const writing = this.db.transaction(STORES, 'readwrite');
    await settle(writing, async () => {
      for (const id of batchIds) {
        for (const name of ['pieces', 'events'] as const) {
          const store = writing.objectStore(name);
          // oxlint-disable-next-line no-await-in-loop
          const keys = await store.index('batch').getAllKeys([this.scope, id]);
          // oxlint-disable-next-line no-await-in-loop
          await Promise.all(keys.map((key) => store.delete(key)));
        }
        // oxlint-disable-next-line no-await-in-loop
        await writing.objectStore('batches').delete([this.scope, id]);
      }
    });
  }

  close(): void {
    this.db.close();
  }

  /** One piece after the other: each is copied in a task of its own. */
  private async putPieces(writing: Writing, batchId: string, { pieces }: Packed): Promise<void> {
    for (const piece of pieces) {
      // oxlint-disable-next-line no-await-in-loop
      await writing.objectStore('pieces').add({ version: VERSION, scope: this.scope, batchId, ...piece });
    }
  }

  private async unpack(record: BatchRecord): Promise<Batch | undefined> {
    const reading = this.db.transaction(['pieces', 'events']);
    const key: [string, string] = [this.scope, record.id];
    const pieces: PieceRecord[] = [];
    const store = reading.objectStore('pieces');
    for (const piece of await store.index('batch').getAllKeys(key)) {
      // oxlint-disable-next-line no-await-in-loop
      const found = await store.get(piece);
      if (found) pieces.push(found);
    }
    const index = reading.objectStore('events').index('batch');
    const [keys, events] = await Promise.all([index.getAllKeys(key), index.getAll(key)]);
    await reading.done;
    return unpackBatch(
      record,
      pieces,
      events.map((event, n) => [keys[n] ?? 0, event] as const),
    );
  }
}

/** Does the work in the transaction and waits until it is kept; an error takes all of it back. */
async function settle(writing: Writing, work: () => Promise<void>): Promise<void> {
  const done = writing.done;
  // Whoever waits for `done` gets the reason; a request that failed on the way must not also be told to nobody.
  done.catch(() => undefined);
  try {
    await work();
  } catch (error) {
    try {
      writing.abort();
    } catch {
      // It ended by itself, for the same reason.
    }
    throw error;
  }
  await done;
}
