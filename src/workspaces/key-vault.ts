import { createStore } from 'zustand/vanilla';
import { type BasicCredentials, basicAuthorization } from '~/api/authorization';
import { forNextPage, type HeldKeys, type KeyMessage, openKeyChannel } from './key-channel';
import { readKeptKeys, writeKeptKeys } from './kept-keys';

/** `refused`: there is a key, and the workspace did not accept it the last time. */
export type KeyState = 'ready' | 'missing' | 'refused';

interface VaultState {
  held: HeldKeys;
  refused: ReadonlySet<string>;
  /** Scopes whose key is kept on this device. */
  kept: ReadonlySet<string>;
}

/** Milliseconds another tab has to tell its keys. A later answer is taken too; until then the person is asked. */
const ANSWER_MS = 250;

/**
 * The keys of all workspaces. They live in the memory of the open tabs, which tell them to one another, and in the
 * browser's storage only where the person asked to keep them. A `scope` names a workspace with its address: a key
 * that was given for one address is never sent to another.
 */
export class KeyVault {
  readonly store = createStore<VaultState>(() => {
    const held = readKeptKeys();
    return { held, refused: new Set(), kept: new Set(Object.keys(held)) };
  });
  private readonly channel = openKeyChannel((message) => this.hear(message));
  private asked: Promise<void> | undefined;

  /** Asks the other tabs, once; resolves when one has answered or none has in time. */
  look(): Promise<void> {
    this.asked ??= new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, ANSWER_MS);
      const stop = this.store.subscribe(done);
      this.channel.tell({ type: 'ask' });
    });
    return this.asked;
  }

  state(scope: string): KeyState {
    const { held, refused } = this.store.getState();
    if (!held[scope]) return 'missing';
    return refused.has(scope) ? 'refused' : 'ready';
  }

  get(scope: string): BasicCredentials | undefined {
    return this.store.getState().held[scope];
  }

  /** Takes a key that a person gave. `keep`: also on this device; false where the browser refused that. */
  give(scope: string, { key, secret }: BasicCredentials, keep: boolean): boolean {
    this.hold({ [scope]: { key, secret } });
    this.channel.tell({ type: 'held', keys: { [scope]: { key, secret } }, news: true });
    return this.keep(scope, keep) || !keep;
  }

  /** Forgets a key in every tab and on this device. */
  forget(scope: string): void {
    this.drop(scope);
    this.keep(scope, false);
    this.channel.tell({ type: 'forget', scope });
  }

  /** The workspace did not accept this `Authorization` header. Says nothing about a key that was given since. */
  refuse(scope: string, header: string): void {
    const key = this.get(scope);
    if (!key || basicAuthorization(key) !== header) return;
    this.store.setState(({ refused }) => ({ refused: new Set([...refused, scope]) }));
  }

  /**
   * Hands all keys to the page that takes the place of this one, by `carry`, which holds them meanwhile; false where
   * it cannot: then they are asked for again, unless another tab is open.
   */
  async handOver(
    carry: ((message: ReturnType<typeof forNextPage>) => Promise<boolean>) | undefined,
  ): Promise<boolean> {
    const { held } = this.store.getState();
    if (Object.keys(held).length === 0) return true;
    return (await carry?.(forNextPage(held)).catch(() => false)) ?? false;
  }

  private hear(message: KeyMessage): void {
    const { held } = this.store.getState();
    if (message.type === 'ask') {
      if (Object.keys(held).length > 0) this.channel.tell({ type: 'held', keys: held, news: false });
    } else if (message.type === 'forget') this.drop(message.scope);
    else {
      const fresh = Object.entries(message.keys).filter(([scope]) => message.news || !held[scope]);
      if (fresh.length > 0) this.hold(Object.fromEntries(fresh));
    }
  }

  private hold(keys: HeldKeys): void {
    this.store.setState(({ held, refused }) => ({
      held: { ...held, ...keys },
      refused: new Set([...refused].filter((scope) => !(scope in keys))),
      kept: new Set(Object.keys(readKeptKeys())),
    }));
  }

  private drop(scope: string): void {
    this.store.setState(({ held, kept }) => ({
      held: Object.fromEntries(Object.entries(held).filter(([one]) => one !== scope)),
      kept: new Set([...kept].filter((one) => one !== scope)),
    }));
  }

  private keep(scope: string, keep: boolean): boolean {
    const { [scope]: before, ...others } = readKeptKeys();
    const key = this.get(scope);
    const written =
      keep && key ? writeKeptKeys({ ...others, [scope]: key }) : !before || writeKeptKeys(others);
    this.store.setState({ kept: new Set(Object.keys(readKeptKeys())) });
    return written;
  }
}
