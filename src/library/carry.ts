import type { CarryMessage } from './protocol';

/** Milliseconds the next page has to be loaded and to ask. */
const CARRY_MS = 20_000;

/** Holds something until somebody asks for it on its channel, or until its time is over. `onReady`: it listens. */
export async function carry(
  { channel: name, ask, answer }: CarryMessage,
  onReady: () => void,
): Promise<void> {
  const channel = new BroadcastChannel(name);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, CARRY_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<{ type?: unknown } | null>) => {
      if (data?.type !== ask) return;
      clearTimeout(timer);
      // A BroadcastChannel reaches its own origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage(answer);
      resolve();
    });
    onReady();
  });
  channel.close();
}
