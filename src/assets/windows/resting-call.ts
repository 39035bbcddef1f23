/** Milliseconds a drag must rest before the place it has come to counts. */
const REST_MS = 80;
/** Milliseconds after which the place it has come to counts though it does not rest: a fling is not to run into nothing. */
const LONGEST_MS = 500;

/**
 * Calls with a position: at once where none was asked for lately, else when a stream of different ones comes to rest. The
 * one called last is called again only if it is still asked for after a while: it takes effect in time.
 */
export class RestingCall {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private position: number | undefined;
  private called: number | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;
  private calledAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly act: (position: number) => void) {}

  ask(position: number): void {
    if (this.timer !== undefined && this.position === position) return;
    this.cancel();
    const now = performance.now();
    const left = this.calledAt + LONGEST_MS - now;
    const isStream = left > 0 && now - this.askedAt < REST_MS;
    if (this.position !== position) this.askedAt = now;
    this.position = position;
    const wait = position === this.called ? left : isStream ? REST_MS : 0;
    if (wait > 0) this.timer = setTimeout(() => this.call(position), wait);
    else this.call(position);
  }

  /** Nothing is asked for any more. */
  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private call(position: number): void {
    this.timer = undefined;
    this.called = position;
    this.calledAt = performance.now();
    this.act(position);
  }
}
