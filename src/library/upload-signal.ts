/** Worker → the tab that processes: an upload is complete. Only a nudge, what waits is in the storage. */
export class UploadSignal {
  readonly #channel: BroadcastChannel;

  constructor(base: string) {
    this.#channel = new BroadcastChannel(`vitrine-uploads:${base}`);
  }

  dispatch(id: string): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    this.#channel.postMessage(id);
  }

  listen(act: () => void): void {
    this.#channel.addEventListener('message', act);
  }
}
