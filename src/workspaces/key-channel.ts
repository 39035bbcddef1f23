import * as z from 'zod/mini';

const credentialsSchema = z.object({ key: z.string(), secret: z.string() });

/** Keys by the workspace they are for. */
export const heldKeysSchema = z.record(z.string(), credentialsSchema);
export type HeldKeys = z.output<typeof heldKeysSchema>;

const messageSchema = z.discriminatedUnion('type', [
  /** A tab was opened: whoever holds keys tells them. */
  z.object({ type: z.literal('ask') }),
  /** `news`: a person has just given them, so they replace what others hold. */
  z.object({ type: z.literal('held'), keys: heldKeysSchema, news: z.boolean() }),
  z.object({ type: z.literal('forget'), scope: z.string() }),
]);
export type KeyMessage = z.output<typeof messageSchema>;

const NAME = 'vitrine-keys';

/** What holds the keys for a page that is not there yet: whoever asks on this channel is answered so. */
export function forNextPage(keys: HeldKeys): { channel: string; ask: string; answer: KeyMessage } {
  return { channel: NAME, ask: 'ask', answer: { type: 'held', keys, news: false } };
}

export interface KeyChannel {
  tell(message: KeyMessage): void;
}

/** Joins the open tabs of this site in this browser: keys go from memory to memory and nowhere else. */
export function openKeyChannel(hear: (message: KeyMessage) => void): KeyChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = messageSchema.safeParse(data);
    if (parsed.success) hear(parsed.data);
  });
  return {
    tell: (message) => {
      // A BroadcastChannel reaches its own origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(message);
    },
  };
}
