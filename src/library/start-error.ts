/** Why the built-in library cannot be used in this browser, here and now. */
export type StartReason =
  | 'insecure-origin'
  | 'no-service-worker'
  | 'no-storage'
  | 'storage-full'
  | 'blocked-by-tab'
  | 'worker-failed'
  | 'worker-silent'
  | 'versions-differ';

/** The library did not start; `detail` is what the browser said, for people who report it. */
export class StartError extends Error {
  override name = 'StartError';
  readonly reason: StartReason;
  readonly detail: string | undefined;

  constructor(reason: StartReason, cause?: unknown) {
    super(`The built-in library did not start: ${reason}`, { cause });
    this.reason = reason;
    this.detail = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : undefined;
  }
}
