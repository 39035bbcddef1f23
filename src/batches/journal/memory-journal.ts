import type { CollectionId } from '~/contract/ids';
import type { Batch } from '../batch';
import { reduceBatch } from '../batch-event';
import type { Journal, NotKept } from './journal';

/** A journal that lives as long as the page. */
export function createMemoryJournal(notKept: NotKept = 'no-storage'): Journal {
  const batches = new Map<string, Batch>();
  const aliases = new Map<CollectionId, CollectionId>();
  let key = 0;
  return {
    notKept,
    load: async () => ({ batches: [...batches.values()], aliases: [...aliases], unreadable: [] }),
    read: async (batchId) => batches.get(batchId),
    begin: async (batch) => {
      batches.set(batch.id, batch);
    },
    append: async (batchId, event, named) => {
      key += 1;
      const batch = batches.get(batchId);
      if (batch) batches.set(batchId, { ...reduceBatch(batch, event), lastEvent: key });
      for (const [from, to] of named) aliases.set(from, to);
      return key;
    },
    forget: async (batchIds) => {
      for (const id of batchIds) batches.delete(id);
    },
    close: () => {},
  };
}
