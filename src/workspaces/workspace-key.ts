import { ApiError } from '~/api/api-error';
import { type BasicCredentials, basicAuthorization, type ClientAuth } from '~/api/authorization';
import type { KeyState, KeyVault } from './key-vault';

/** The key of one workspace: whether there is one, and what a person does about it. */
export class WorkspaceKey implements ClientAuth {
  constructor(
    private readonly vault: KeyVault,
    private readonly scope: string,
  ) {}

  readonly state = (): KeyState => this.vault.state(this.scope);

  readonly isKept = (): boolean => this.vault.store.getState().kept.has(this.scope);

  /** Tells of every change of any key. */
  readonly subscribe = (listener: () => void): (() => void) => this.vault.store.subscribe(listener);

  /** Waits a moment for other tabs to tell the key; at once where it is there. */
  look(): Promise<void> | undefined {
    return this.state() === 'missing' ? this.vault.look() : undefined;
  }

  /** Resolves when there is a key that was not refused, or when the signal aborts. */
  untilReady(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.state() === 'ready') return resolve();
      const stop = this.subscribe(() => {
        if (this.state() === 'ready') done();
      });
      const done = () => {
        stop();
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
    });
  }

  /** Takes a key; false where it was to be kept on this device and the browser refused that. */
  give(credentials: BasicCredentials, keep: boolean): boolean {
    return this.vault.give(this.scope, credentials, keep);
  }

  /** Uses the key again that was refused. */
  tryAgain(): void {
    const key = this.vault.get(this.scope);
    if (key) this.vault.give(this.scope, key, this.isKept());
  }

  /** Forgets it in every tab and on this device; answers how to take that back. */
  forget(): () => void {
    const key = this.vault.get(this.scope);
    const isKept = this.isKept();
    this.vault.forget(this.scope);
    return () => {
      if (key && this.state() === 'missing') this.vault.give(this.scope, key, isKept);
    };
  }

  header(): string {
    const key = this.vault.get(this.scope);
    if (!key) throw new ApiError('needs-key', 'The key of this workspace is not in this browser.');
    // What was refused once is refused again; some services count how often.
    if (this.state() === 'refused')
      throw new ApiError('needs-key', 'The workspace did not accept its key the last time.');
    return basicAuthorization(key);
  }

  refused(header: string): void {
    this.vault.refuse(this.scope, header);
  }
}
