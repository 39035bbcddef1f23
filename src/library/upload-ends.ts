/** Milliseconds after which whoever waits looks without having been told: nothing hangs on a message that is lost. */
const LOOK_MS = 1_000;

/** Workers of the tab that processes → worker: uploads have ended. Only a nudge, what became of them is in the storage. */
export class UploadEnds {
  readonly #channel: BroadcastChannel;
  readonly #waiting = new Map<string, () => void>();

  constructor(base: string) {
    this.#channel = new BroadcastChannel(`vitrine-upload-ends:${base}`);
  }

  /** For whoever waits, from the start: a service worker hears no event that it began to listen to later. */
  listen(): this {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
      for (const ended of data) this.#waiting.get(ended)?.();
    });
    return this;
  }

  tell(ids: readonly string[]): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    this.#channel.postMessage(ids);
  }

  /** Resolves when the end of the upload is told, or it is time to look. */
  async until(id: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.set(id, resolve);
      timer = setTimeout(resolve, LOOK_MS);
    });
    clearTimeout(timer);
    this.#waiting.delete(id);
  }
}
