/**
 * What went wrong with a request, in the terms a person can act on.
 * - `invalid` 400/409/413/422 · `unauthorized` 401 and gateway refusals · `forbidden` 403 · `not-found` 404
 * - `rate-limited` 429 · `unavailable` 5xx · `unreachable` no answer (network and CORS look the same in a browser)
 * - `needs-key` not sent: there is no key, or public access does not reach so far
 * - `unusable` an answer that is not this contract (HTML with 200, broken JSON, wrong shape)
 */
export type ApiErrorKind =
  | 'invalid'
  | 'unauthorized'
  | 'needs-key'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'unreachable'
  | 'unusable';

interface ApiErrorOptions {
  status?: number | undefined;
  /** Milliseconds to wait before asking again, where the service said so. */
  retryAfterMs?: number | undefined;
  isQuota?: boolean;
  cause?: unknown;
}

/** Every failure of a request leaves `api/` as one of these. `message` is the service's own reason, or ours. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  /** A quota of the plan is used up (search has one of its own): waiting a little does not help. */
  readonly isQuota: boolean;

  constructor(
    readonly kind: ApiErrorKind,
    message: string,
    options: ApiErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.isQuota = options.isQuota ?? false;
  }

  /** True where the write may have happened: the answer was lost, or the server failed while working. */
  get unclear(): boolean {
    return this.kind === 'unreachable' || this.kind === 'unavailable' || this.kind === 'unusable';
  }
}
