/** Milliseconds a drag must rest before the place it has come to counts. */
const REST_MS = 80;

/** Calls with a position: at once where nothing was asked before, else when a stream of different ones comes to rest. */
export class RestingCall {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private position: number | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly act: (position: number) => void) {}

  ask(position: number): void {
    if (this.timer !== undefined && this.position === position) return;
    this.cancel();
    this.position = position;
    const now = performance.now();
    const isFirst = now - this.askedAt > 4 * REST_MS;
    this.askedAt = now;
    if (isFirst) this.act(position);
    else
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.act(position);
      }, REST_MS);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
