/** When the next request may be sent; shared by all batches of a workspace. */
export class Pace {
  private until = 0;

  /** Milliseconds since 1970 before which nothing is sent; a time in the past means now. */
  next(): number {
    return this.until;
  }

  /** The service asked to wait. */
  limit(until: number): void {
    this.until = Math.max(this.until, until);
  }

  /** The service answered again. */
  answered(): void {
    this.until = 0;
  }
}
