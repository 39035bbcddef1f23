// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { basicAuthorization } from '~/api/authorization';
import { KeyVault } from './key-vault';
import { WorkspaceKey } from './workspace-key';

const STUDIO = 'studio https://api.test/v1';
const KEY = { key: 'key-1', secret: 'secret-1' };
const OTHER = { key: 'key-2', secret: 'secret-2' };

afterEach(() => localStorage.clear());

/** A tab that this browser opens now. */
function openTab() {
  const vault = new KeyVault();
  return { vault, key: new WorkspaceKey(vault, STUDIO) };
}

const stored = () => JSON.stringify(Object.fromEntries(Object.entries(localStorage)));

it('shares a key with the tabs that are open and those opened later, and stores nothing', async () => {
  const first = openTab();
  const second = openTab();
  first.key.give(KEY, false);
  await vi.waitFor(() => expect(second.vault.get(STUDIO)).toEqual(KEY));
  const third = openTab();
  expect(third.key.state()).toBe('missing');
  await third.key.look();
  expect(third.key.state()).toBe('ready');
  expect(third.key.header()).toBe(basicAuthorization(KEY));
  expect(stored()).toBe('{}');
});

it('keeps a key on request, and takes it back', async () => {
  const first = openTab();
  expect(first.key.give(KEY, true)).toBe(true);
  expect(stored()).toContain(KEY.secret);
  const second = openTab();
  expect(second.key.state()).toBe('ready');
  expect(second.key.isKept()).toBe(true);
  second.key.give(KEY, false);
  expect(stored()).toBe('{}');
  await vi.waitFor(() => expect(first.key.isKept()).toBe(false));
  expect(first.key.state()).toBe('ready');
});

it('says so where the browser refuses to keep it', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { key } = openTab();
  expect(key.give(KEY, true)).toBe(false);
  expect(key.state()).toBe('ready');
});

it('forgets a key in every tab and on the device', async () => {
  const first = openTab();
  const second = openTab();
  first.key.give(KEY, true);
  await vi.waitFor(() => expect(second.key.state()).toBe('ready'));
  second.key.forget();
  await vi.waitFor(() => expect(first.key.state()).toBe('missing'));
  expect(stored()).toBe('{}');
  expect(() => first.key.header()).toThrow('not in this browser');
});

it('replaces a key in every tab, but an older tab does not bring the old one back', async () => {
  const first = openTab();
  const second = openTab();
  first.key.give(KEY, false);
  await vi.waitFor(() => expect(second.vault.get(STUDIO)).toEqual(KEY));
  second.key.give(OTHER, false);
  await vi.waitFor(() => expect(first.vault.get(STUDIO)).toEqual(OTHER));
});

it('sends a refused key no more, until it or another one is given', () => {
  const { key } = openTab();
  key.give(KEY, false);
  key.refused(basicAuthorization(OTHER));
  expect(key.state()).toBe('ready');
  key.refused(basicAuthorization(KEY));
  expect(key.state()).toBe('refused');
  expect(() => key.header()).toThrow('did not accept');
  key.tryAgain();
  expect(key.header()).toBe(basicAuthorization(KEY));
});

it('never gives the key of one address to another', () => {
  const { vault, key } = openTab();
  key.give(KEY, false);
  const moved = new WorkspaceKey(vault, 'studio https://elsewhere.test/v1');
  expect(() => moved.header()).toThrow('not in this browser');
});

it.each(['', '{', '[]', '{"version":1,"keys":{"a":{"key":1}}}', '{"version":9,"keys":{}}'])(
  'opens with what %j left in its storage',
  (text) => {
    localStorage.setItem('vitrine.keys', text);
    expect(openTab().key.state()).toBe('missing');
  },
);

it('does not understand what others say on the same channel', async () => {
  const { key, vault } = openTab();
  const stranger = new BroadcastChannel('vitrine-keys');
  const said = ['ask', { type: 'held', keys: { [STUDIO]: 'text' }, news: true }];
  for (const message of [...said, { type: 'held', keys: { other: KEY }, news: true }]) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    stranger.postMessage(message);
  }
  await vi.waitFor(() => expect(vault.get('other')).toEqual(KEY));
  expect(key.state()).toBe('missing');
  stranger.close();
});

it('hands its keys to the page that comes next, where somebody can hold them', async () => {
  const { vault, key } = openTab();
  key.give(KEY, false);
  const carry = vi.fn<() => Promise<boolean>>(async () => true);
  await expect(vault.handOver(carry)).resolves.toBe(true);
  const answer = { type: 'held', keys: vault.store.getState().held, news: false };
  expect(carry).toHaveBeenCalledExactlyOnceWith({ channel: 'vitrine-keys', ask: 'ask', answer });
  expect(answer.keys[STUDIO]).toEqual(KEY);
  await expect(vault.handOver(undefined)).resolves.toBe(false);
  await expect(vault.handOver(async () => Promise.reject(new Error('gone')))).resolves.toBe(false);
  expect(stored()).toBe('{}');
});
