import { ApiError } from '~/api/api-error';
import { type ClientAuth, PUBLIC_ACCESS } from '~/api/authorization';

/** What the service answers without a key: lists and single records of assets and models. */
const OPEN = /^(assets|models)(\/[^/]+)?$/;

/** Reads without a key. What public access does not reach is not even asked for. */
export const publicAccess: ClientAuth = {
  header(method, path) {
    if (method.toLowerCase() === 'get' && OPEN.test(path)) return PUBLIC_ACCESS;
    throw new ApiError('needs-key', 'Public access reads assets and models, and nothing else.');
  },
  // Else a service looks for what is one's own, and nobody is anybody here.
  params: (path) => (path === 'assets' || path === 'models' ? { privacy: 'public' } : {}),
  refused: () => {},
};
