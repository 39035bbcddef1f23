import { forbidden, LibraryError } from './library-error';

/** Key and secret of HTTP Basic. */
export interface Credentials {
  key: string;
  secret: string;
}

const PUBLIC_TOKEN = 'public-auth-token';
const OPEN_TO_PUBLIC = /^\/(assets|models)(\/[^/]+)?$/;

/**
 * Lets a request pass or throws: 401 without the right key and secret (where there are any), 403 for the public token
 * anywhere but at reading assets and models.
 */
export function authorize(request: Request, path: string, credentials: Credentials | undefined): void {
  const header = request.headers.get('authorization');
  if (isPublicCaller(request)) {
    if (request.method !== 'GET' || !OPEN_TO_PUBLIC.test(path)) {
      throw forbidden('public-auth-token reads assets and models only');
    }
    return;
  }
  if (!credentials) return;
  const bytes = new TextEncoder().encode(`${credentials.key}:${credentials.secret}`);
  if (header !== `Basic ${btoa(String.fromCharCode(...bytes))}`) throw new LibraryError(401, 'Unauthorized');
}

/** Whether the caller shows the public token: it sees public records only. */
export function isPublicCaller(request: Request): boolean {
  return request.headers.get('authorization') === PUBLIC_TOKEN;
}
