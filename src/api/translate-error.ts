import { HTTPError } from 'ky';
import { errorBodySchema, reasonOf } from '~/contract/error';
import { ApiError, type ApiErrorKind } from './api-error';

/** Maps whatever a request threw to an `ApiError`; aborts pass through untouched. */
export async function translateError(thrown: unknown): Promise<unknown> {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return thrown;
  if (!(thrown instanceof HTTPError)) {
    return new ApiError('unreachable', 'The workspace did not answer.', { cause: thrown });
  }
  const { response } = thrown;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const kind = kindOf(response);
  return new ApiError(kind, reasonOf(body) ?? `The workspace answered ${response.status}.`, {
    status: response.status,
    retryAfterMs: kind === 'rate-limited' ? retryAfter(response, body) : undefined,
    cause: thrown,
  });
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

/** `Retry-After` in seconds or as a date, else `remainingSeconds`, else "wait N seconds" in the text. */
function retryAfter(response: Response, body: unknown): number | undefined {
  const header = response.headers.get('retry-after');
  if (header !== null) {
    const seconds = Number(header);
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
    const date = Date.parse(header);
    if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  }
  const parsed = errorBodySchema.safeParse(body);
  if (parsed.success && parsed.data.remainingSeconds !== undefined)
    return parsed.data.remainingSeconds * 1000;
  const text = /wait (\d+) seconds?/i.exec(reasonOf(body) ?? '');
  return text?.[1] === undefined ? undefined : Number(text[1]) * 1000;
}
