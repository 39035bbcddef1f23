import type { CollectionId } from '~/contract/ids';
import type { Batch } from '../batch';
import type { BatchEvent } from '../batch-event';

/** Old id → new id of a collection that was made again after an undo, or named by the server. */
export type Alias = readonly [CollectionId, CollectionId];

/** An act that was written down by another version of Vitrine: kept as it is, and named. */
export interface UnreadableBatch {
  id: string;
  title: string;
}

/** What a workspace has written down. */
export interface JournalEntries {
  /** In the order in which they were handed over. */
  batches: readonly Batch[];
  aliases: readonly Alias[];
  unreadable: readonly UnreadableBatch[];
}

/** Why what is written down does not outlive the tab. */
export type NotKept = 'no-storage' | 'no-locks';

/**
 * Where a batch is written before its first request, and what becomes of it before every change it sends and after
 * every answer. A write that rejects means that nothing may be sent.
 */
export interface Journal {
  /** Undefined where it outlives the tab and is shared with the others. */
  readonly notKept: NotKept | undefined;
  load(): Promise<JournalEntries>;
  /** One batch as it is by now; undefined where there is none that this version can read. */
  read(batchId: string): Promise<Batch | undefined>;
  /** Writes a new batch down, whole or not at all. */
  begin(batch: Batch): Promise<void>;
  /** Adds an event and resolves with its key: keys grow, whichever tab writes. */
  append(batchId: string, event: BatchEvent, aliases: readonly Alias[]): Promise<number>;
  /** Forgets settled batches; what they named stays known. */
  forget(batchIds: readonly string[]): Promise<void>;
  close(): void;
}
