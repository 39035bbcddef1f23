import { createApiClient } from '~/api/client';
import { LIMITS } from '~/contract/limits';
import type { Config } from './config';
import type { KeyVault } from './key-vault';
import { publicAccess } from './public-access';
import { BUILT_IN_ID, type Workspace } from './workspace';
import type { WorkspaceDefinition } from './workspace-definition';
import { WorkspaceKey } from './workspace-key';

/** Path under the site's own at which the built-in library answers. */
const LIBRARY_PATH = '~library/v1';

/** The built-in library of the site at `base`, which ends in a slash. */
export function builtInWorkspace({ builtIn }: Config, base: string): Workspace {
  const client = createApiClient({ baseUrl: new URL(base + LIBRARY_PATH, location.origin).href });
  return { id: BUILT_IN_ID, name: builtIn.name, kind: 'built-in', client };
}

/** A far end with its client. A key is asked of the vault with each request. */
export function remoteWorkspace(
  { id, name, baseUrl, access, projectId, rateLimit }: WorkspaceDefinition,
  keys: KeyVault,
  fetch?: typeof globalThis.fetch,
): Workspace {
  const scope = `${id} ${baseUrl}`;
  const key = access === 'key' ? new WorkspaceKey(keys, scope) : undefined;
  const auth = access === 'public' ? publicAccess : key;
  const limit = {
    requests: rateLimit?.requests ?? LIMITS.requestsPerMinute,
    windowMs: (rateLimit?.seconds ?? 60) * 1000,
    // What nobody has said holds from the first refusal on: many a far end has no limit at all.
    isAssumed: rateLimit === undefined,
  };
  return {
    id,
    name,
    kind: 'remote',
    access,
    client: createApiClient({
      baseUrl,
      auth,
      projectId,
      limit: { ...limit, name: scope },
      fetch,
    }),
    ...(key && { key }),
    test: async (credentials = keys.get(scope)) => {
      const { testConnection } = await import('./test-connection');
      return testConnection({ baseUrl, access, projectId, credentials, fetch });
    },
    rateLimit: limit,
  };
}
