import { expect, it } from 'vitest';
import { carry } from './carry';

const message = { type: 'carry', channel: 'carried', ask: 'ask', answer: { type: 'held', n: 1 } } as const;

it('answers the first who asks, and nobody after', async () => {
  const page = new BroadcastChannel(message.channel);
  const heard: unknown[] = [];
  page.addEventListener('message', (event) => heard.push(event.data));
  // A BroadcastChannel reaches its own origin only and takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (type: string) => page.postMessage({ type });
  await carry(message, () => {
    tell('other');
    tell('ask');
    tell('ask');
  });
  await expect.poll(() => heard).toEqual([message.answer]);
  tell('ask');
  const later = new BroadcastChannel(message.channel);
  await new Promise<void>((resolve) => {
    page.addEventListener('message', () => resolve());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    later.postMessage({ type: 'end' });
  });
  expect(heard).toEqual([message.answer, { type: 'end' }]);
  page.close();
  later.close();
});
