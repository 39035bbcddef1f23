import { createCollection, listCollections } from '~/api/collections';
import { ApiError } from '~/api/api-error';
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
}

/** Finds or makes the collection of each folder, each at most once however many files ask for it at a time. */
export function createFolderCollections(options: FolderCollectionsOptions) {
  const { client, patience, signal, reuse, onCreated } = options;
  const ids = new Map<string, Promise<CollectionId>>();
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
        onCreated(collection);
        return collection.id;
      } catch (thrown) {
        unclear = thrown instanceof ApiError && thrown.unclear;
        throw thrown;
      }
    });
  }

  async function readAll(): Promise<Map<string, CollectionId>> {
    // Written backwards, so that of several the first listed has the name.
    return new Map((await listAll()).toReversed().map(({ name, id }) => [name, id]));
  }

  async function listAll(): Promise<Collection[]> {
    const all: Collection[] = [];
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      const from = token;
      const page = await patience.ask(() => listCollections(client, from, signal));
      all.push(...page.items);
      token = page.next;
      if (token !== undefined && seen.has(token))
        throw new ApiError('unusable', 'The list of collections repeats.');
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
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
  };
}
