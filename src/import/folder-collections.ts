import { createCollection, deleteCollection, getCollection, listCollections } from '~/api/collections';
import { ApiError } from '~/api/api-error';
import { eachPage } from '~/api/each-page';
import type { ApiClient } from '~/api/client';
import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Patience } from './patience';

interface FolderCollectionsOptions {
  client: ApiClient;
  patience: Patience;
  signal: AbortSignal;
  /** Collections that bear a folder's name take its files; otherwise a second one of that name is made. */
  reuse: boolean;
  onCreated: (collection: Collection) => void;
  /** One that was made here is gone again, because nothing came into it. */
  onDropped: (id: CollectionId) => void;
}

/** Finds or makes the collection of each folder, each at most once however many files ask for it at a time. */
export function createFolderCollections(options: FolderCollectionsOptions) {
  const { client, patience, signal, reuse, onCreated, onDropped } = options;
  const ids = new Map<string, Promise<CollectionId>>();
  /** Made here, by name; those that got a file are struck off. */
  const empty = new Map<CollectionId, string>();
  let known: Promise<Map<string, CollectionId>> | undefined;

  async function findOrMake(name: string): Promise<CollectionId> {
    const existing = reuse ? (await (known ??= readAll())).get(name) : undefined;
    if (existing !== undefined) return existing;
    let unclear = false;
    return patience.ask(async () => {
      // The answer to an earlier try was lost. An empty collection of that name is as good as the one asked for.
      const made = unclear
        ? (await listAll()).find((one) => one.name === name && one.itemCount === 0)
        : undefined;
      if (made) return made.id;
      try {
        const collection = await createCollection(client, name);
        empty.set(collection.id, name);
        onCreated(collection);
        return collection.id;
      } catch (thrown) {
        unclear = thrown instanceof ApiError && thrown.unclear;
        throw thrown;
      }
    });
  }

  async function drop(id: CollectionId, name: string): Promise<void> {
    const { itemCount } = await getCollection(client, id);
    if (itemCount > 0) return;
    await deleteCollection(client, id);
    empty.delete(id);
    ids.delete(name);
    onDropped(id);
  }

  async function readAll(): Promise<Map<string, CollectionId>> {
    // Written backwards, so that of several the first listed has the name.
    return new Map((await listAll()).toReversed().map(({ name, id }) => [name, id]));
  }

  async function listAll(): Promise<Collection[]> {
    const all: Collection[] = [];
    const pages = eachPage((token) => patience.ask(() => listCollections(client, token, signal)));
    for await (const { items } of pages) all.push(...items);
    return all;
  }

  return {
    async idOf(name: string): Promise<CollectionId> {
      const pending = ids.get(name) ?? findOrMake(name);
      ids.set(name, pending);
      // A name that failed may be asked for again by a retry.
      pending.catch(() => ids.delete(name));
      return pending;
    },
    /** Files have come into these. */
    filled(collectionIds: Iterable<CollectionId>): void {
      for (const id of collectionIds) empty.delete(id);
    },
    /** Takes those back that were made here and into which nothing came, from here or from anywhere else. */
    async dropEmpty(): Promise<void> {
      await Promise.all([...empty].map(async ([id, name]) => drop(id, name).catch(() => {})));
    },
  };
}
