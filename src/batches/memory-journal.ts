import type { CollectionId } from '~/contract/ids';
import type { Batch } from './batch';
import type { Journal } from './journal';

/** A journal that lives as long as the page. */
export function createMemoryJournal(): Journal {
  const batches = new Map<string, Batch>();
  const aliases = new Map<CollectionId, CollectionId>();
  return {
    load: async () => ({ batches: [...batches.values()], aliases: [...aliases] }),
    save: async (batch) => {
      batches.set(batch.id, batch);
    },
    forget: async (batchId) => {
      batches.delete(batchId);
    },
    saveAlias: async (from, to) => {
      aliases.set(from, to);
    },
  };
}
