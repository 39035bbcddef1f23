import type { ApiErrorKind } from '~/api/api-error';
import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Collection } from '~/contract/collection';
import type { Picture } from '~/contract/picture';
import type { Change } from './change';

/** Snapshots of what a batch deals with, so that a list can show them before the server has answered. */
export interface BatchItems {
  assets: readonly AssetSummary[];
  models: readonly ModelSummary[];
}

/** What a batch and its messages need of a collection. */
export type CollectionRef = Pick<Collection, 'id' | 'name'>;

/** One act of a person, in their words. */
export type ActIntent =
  | { kind: 'add'; to: CollectionRef; items: BatchItems }
  | { kind: 'copy'; from: CollectionRef; to: CollectionRef; items: BatchItems }
  | { kind: 'remove'; from: CollectionRef; items: BatchItems }
  /** Without an id the target is a collection to be made. */
  | { kind: 'move'; from: CollectionRef; to: CollectionRef | { name: string }; items: BatchItems }
  | {
      /** "Add to…" with several collections ticked and cleared at once. */
      kind: 'edit-memberships';
      add: readonly CollectionRef[];
      remove: readonly CollectionRef[];
      /** Names of collections to be made for the items. */
      create?: readonly string[];
      items: BatchItems;
    }
  | { kind: 'create'; name: string; items: BatchItems }
  | { kind: 'rename'; collection: Collection; name: string }
  | { kind: 'set-thumbnail'; collection: Collection; thumbnail: Picture | null }
  | { kind: 'delete-collection'; collection: Collection }
  | { kind: 'delete-assets'; assets: readonly AssetSummary[] }
  | {
      kind: 'edit-tags';
      assets: readonly AssetSummary[];
      add: readonly string[];
      remove: readonly string[];
    };

/** An act, or the taking back of one. What it comes to on the server is the batch's changes. */
export type BatchIntent = ActIntent | { kind: 'undo'; of: ActIntent } | { kind: 'redo'; of: ActIntent };

export type BatchState = 'waiting' | 'running' | 'paused' | 'done' | 'partly-failed' | 'failed' | 'cancelled';

/**
 * Why a part was not done. `gone`: the item no longer exists. `collection-gone`: what it was to enter or leave does not.
 * `unread-members`: ask before deleting. `not-written`: the browser could not write the batch down, so nothing of it was
 * sent.
 */
export type FailureReason = ApiErrorKind | 'gone' | 'collection-gone' | 'unread-members' | 'not-written';

/** The part of a change that was refused or given up, with the service's own words. */
export interface BatchFailure {
  change: Change;
  reason: FailureReason;
  message: string;
  /** Ids of it whose last answer was lost: a retry looks before it sends them again. */
  sent?: readonly string[];
}

/** Why nothing is being sent at the moment. `until` is a time in milliseconds since 1970. */
export type BatchHold =
  | { kind: 'rate-limit' | 'no-answer' | 'not-written'; until: number }
  | { kind: 'order' | 'offline' | 'key' };

/** A batch as the journal keeps it: plain data that survives a structured clone. */
export interface Batch {
  id: string;
  workspaceId: string;
  intent: BatchIntent;
  /** Milliseconds since 1970. */
  createdAt: number;
  state: BatchState;
  hold: BatchHold | undefined;
  /** What is still to be done, in order. The projection shows it as if it were done. */
  pending: readonly Change[];
  /** The effective change so far, in order: only what this batch itself changed on the server. */
  done: readonly Change[];
  failures: readonly BatchFailure[];
  /** Items of the intent that needed nothing: left out beforehand, or found so by reading back. */
  already: number;
  progress: { settled: number; total: number };
  /** The batch this one undoes or redoes. */
  inverseOf: string | undefined;
  /** Ids that were sent and have no clear answer yet. What finds some at its start looks before it sends. */
  sent: readonly string[];
  /** What the person asked for while it ran, in whichever tab. `take-back`: stop, then undo what was done by then. */
  wish: 'cancel' | 'pause' | 'take-back' | undefined;
  /** Out of the panel; it can still be undone. */
  dismissed: boolean;
  /** The tab it was handed over in, which tells the result. */
  tab: string;
  /** When something last became of it, in milliseconds since 1970. */
  updatedAt: number;
  /** Key of the last event in the journal that is part of this record. */
  lastEvent: number;
}

/** Whether the person wants a batch to go no further. */
export function isToStop({ wish }: Batch): boolean {
  return wish === 'cancel' || wish === 'take-back';
}

/** True once nothing more will happen to the batch by itself. */
export function isSettled({ state }: Batch): boolean {
  return state === 'done' || state === 'partly-failed' || state === 'failed' || state === 'cancelled';
}

/** Whether a request of any of them is on its way: what is read meanwhile may count what that does, or not. */
export function isSending(batches: readonly Batch[]): boolean {
  return batches.some((batch) => !isSettled(batch) && batch.sent.length > 0);
}
