import { HTTPError, TimeoutError } from 'ky';
import { errorBodySchema, reasonOf } from '~/contract/error';
import { ApiError, type ApiErrorKind } from './api-error';

/** Maps whatever a request threw to an `ApiError`; aborts pass through untouched. */
export async function translateError(thrown: unknown): Promise<unknown> {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return thrown;
  // Errors of requests hold the request with its headers, so none is kept as a cause.
  if (thrown instanceof TimeoutError)
    return new ApiError('unreachable', 'The workspace did not answer in time.');
  if (!(thrown instanceof HTTPError)) {
    return new ApiError('unreachable', 'The workspace did not answer.', { cause: thrown });
  }
  const { response } = thrown;
  if (isRedirect(response))
    return new ApiError('unusable', 'The workspace sends its requests on to another address.');
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const kind = kindOf(response);
  return new ApiError(kind, reasonOf(body) ?? `The workspace answered ${response.status}.`, {
    status: response.status,
    ...(kind === 'rate-limited' && {
      retryAfterMs: retryAfter(response.headers, body),
      isQuota: isQuota(body),
    }),
  });
}

/** A browser does not even tell the status of a redirect that is not followed. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

function kindOf(response: Response): ApiErrorKind {
  const { status } = response;
  if (status === 401) return 'unauthorized';
  // API gateways refuse credentials with 403 and this header (Scenario's authentication page).
  if (status === 403) return response.headers.has('x-amzn-errortype') ? 'unauthorized' : 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'invalid';
}

/**
 * What the headers say where this page may read them, else `remainingSeconds`, else "wait N seconds" in the text.
 * The contract documents no header; these are the ones services and proxies send.
 */
function retryAfter(headers: Headers, body: unknown): number | undefined {
  const parsed = errorBodySchema.safeParse(body);
  const remaining = parsed.success ? parsed.data.remainingSeconds : undefined;
  const [, text] = /wait (\d+(?:\.\d+)?) ?s/i.exec(reasonOf(body) ?? '') ?? [];
  return (
    milliseconds(headers.get('retry-after-ms'), 1) ??
    milliseconds(headers.get('retry-after'), 1000) ??
    milliseconds(headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset'), 1000) ??
    milliseconds(remaining, 1000) ??
    milliseconds(text, 1000)
  );
}

/** A moment this far in the future, in seconds since 1970, can be no length of time. */
const MOMENT = 1_000_000_000;

/** A length of time, a moment in seconds since 1970, or a date; never below zero. */
function milliseconds(value: string | number | null | undefined, unit: number): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const amount = Number(value);
  const wait = Number.isFinite(amount)
    ? amount > MOMENT
      ? amount * unit - Date.now()
      : amount * unit
    : Date.parse(String(value)) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function isQuota(body: unknown): boolean {
  const parsed = errorBodySchema.safeParse(body);
  return parsed.success && parsed.data.code === 'QUOTA_EXCEEDED';
}
