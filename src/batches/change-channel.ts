import type { Collection } from '~/contract/collection';
import type { CollectionId } from '~/contract/ids';
import type { Change } from './change';

/** What one tab tells the others: a confirmed change with all that is needed to fold it without a request. */
export interface ChangeMessage {
  change: Change;
  record: Collection | undefined;
  aliases: readonly (readonly [CollectionId, CollectionId])[];
}

export interface ChangeChannel {
  tell(message: ChangeMessage): void;
  close(): void;
}

/** Joins the tabs that have this workspace open. Without BroadcastChannel a tab is simply on its own. */
export function openChangeChannel(
  workspaceId: string,
  onMessage: (message: ChangeMessage) => void,
): ChangeChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(`vitrine-changes-${workspaceId}`);
  channel.addEventListener('message', ({ data }: MessageEvent<ChangeMessage>) => onMessage(data));
  // A BroadcastChannel reaches its own origin only and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
