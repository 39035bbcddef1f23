import type { CollectionId } from '~/contract/ids';
import type { Batch } from './batch';

/** What a workspace has written down. */
export interface JournalEntries {
  /** In the order in which they were handed over. */
  batches: readonly Batch[];
  /** Collections that were made again after an undo, or named by the server: old id → new id. */
  aliases: readonly (readonly [CollectionId, CollectionId])[];
}

/**
 * Where batches are written before their first request and after every answer. A write that rejects means that
 * the batch is refused before anything is sent.
 */
export interface Journal {
  load(): Promise<JournalEntries>;
  save(batch: Batch): Promise<void>;
  forget(batchId: string): Promise<void>;
  saveAlias(from: CollectionId, to: CollectionId): Promise<void>;
}
