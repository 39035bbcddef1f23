/** Milliseconds a drag must rest before the place it has come to counts. */
const REST_MS = 80;
/** Milliseconds after which the place it has come to counts though it does not rest: a fling is not to run into nothing. */
const LONGEST_MS = 500;

/** Calls with a position: at once where nothing was called lately, else when a stream of different ones comes to rest. */
export class RestingCall {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private position: number | undefined;
  private calledAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly act: (position: number) => void) {}

  ask(position: number): void {
    if (this.timer !== undefined && this.position === position) return;
    this.cancel();
    this.position = position;
    if (performance.now() - this.calledAt >= LONGEST_MS) this.call(position);
    else this.timer = setTimeout(() => this.call(position), REST_MS);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private call(position: number): void {
    this.timer = undefined;
    this.calledAt = performance.now();
    this.act(position);
  }
}
