/** A refusal with the status and the reason the caller reads. */
export class LibraryError extends Error {
  override name = 'LibraryError';
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 416 | 507,
    reason: string,
  ) {
    super(reason);
  }
}

/** 400: the request is not as the contract wants it. */
export function badRequest(reason: string): LibraryError {
  return new LibraryError(400, reason);
}

/** 404: no such record. */
export function notFound(what: string, id: string): LibraryError {
  return new LibraryError(404, `${what} ${id} was not found`);
}

/** 403: it belongs to somebody else. */
export function forbidden(reason: string): LibraryError {
  return new LibraryError(403, reason);
}
