import type { Collection } from '~/contract/collection';
import type { BatchEvent } from './batch-event';
import type { Change } from './change';
import type { Alias } from './journal/journal';

/** What one tab tells the others. Those who miss it find all but the passing in the journal. */
export type BatchMessage =
  /** A batch has been written down: whoever runs batches takes it, all show it. */
  | { type: 'begun'; batchId: string }
  /** An event under its key in the journal (undefined where it is only shown) and the key of the one before it. */
  | {
      type: 'happened';
      batchId: string;
      event: BatchEvent;
      key: number | undefined;
      before: number;
      record: Collection | undefined;
    }
  /** A confirmed change with all that is needed to fold it, from a tab whose journal the others cannot read. */
  | { type: 'fact'; change: Change; record: Collection | undefined; aliases: readonly Alias[] };

export interface BatchChannel {
  tell(message: BatchMessage): void;
  close(): void;
}

/** Joins the tabs that have this workspace open. Without BroadcastChannel a tab is simply on its own. */
export function openBatchChannel(scope: string, onMessage: (message: BatchMessage) => void): BatchChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(`vitrine-batches-${scope}`);
  let isOpen = true;
  channel.addEventListener('message', ({ data }: MessageEvent<BatchMessage>) => onMessage(data));
  return {
    tell: (message) => {
      // A BroadcastChannel reaches its own origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (isOpen) channel.postMessage(message);
    },
    close: () => {
      isOpen = false;
      channel.close();
    },
  };
}
