import { LibraryError } from './library-error';
import { newId } from './new-id';
import { StorageFullError } from './storage';

/** The answer to a request that failed. Bodies differ by status as they do on the service. */
export function errorResponse(thrown: unknown): Response {
  const trace = newId('trace');
  if (thrown instanceof StorageFullError) {
    return json(507, {
      reason: 'The disk, or the part of it this browser gives to the site, is full',
      name: 'QuotaExceededError',
      trace_id: trace,
    });
  }
  if (!(thrown instanceof LibraryError)) return internalError(thrown, trace);
  const reason = thrown.message;
  if (thrown.status === 401) return json(401, { message: reason });
  if (thrown.status === 403) return json(403, { reason, name: 'ForbiddenError', trace_id: trace });
  if (thrown.status === 404) return json(404, { reason, name: 'NotFoundError', trace_id: trace });
  return json(thrown.status, { reason, trace_id: trace });
}

function internalError(thrown: unknown, id: string): Response {
  const now = new Date().toISOString();
  const error = thrown instanceof Error ? thrown.message : String(thrown);
  return json(500, { id, error, apiError: 'InternalServerError', infos: {}, createdAt: now, updatedAt: now });
}

function json(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
