import { createApiClient } from '~/api/client';
import { LIMITS } from '~/contract/limits';
import type { Config } from './config';
import { BUILT_IN_ID, type Workspace } from './workspace';

/** Path under the site's own at which the built-in library answers. */
const LIBRARY_PATH = '~library/v1';

/** Every far end of the configuration with its client, the built-in library first. `base` ends in a slash. */
export function createWorkspaces({ builtIn, workspaces }: Config, base: string): Workspace[] {
  const remote = workspaces.map(({ id, name, baseUrl, projectId, credentials, rateLimit }): Workspace => {
    const limit = {
      requests: rateLimit?.requests ?? LIMITS.requestsPerMinute,
      windowMs: (rateLimit?.seconds ?? 60) * 1000,
    };
    const client = createApiClient({
      baseUrl,
      projectId,
      credentials,
      limit: { ...limit, name: `${id} ${baseUrl}` },
    });
    return { id, name, kind: 'remote', client, rateLimit: limit };
  });
  if (!builtIn.enabled) return remote;
  const client = createApiClient({ baseUrl: new URL(base + LIBRARY_PATH, location.origin).href });
  return [{ id: BUILT_IN_ID, name: builtIn.name, kind: 'built-in', client }, ...remote];
}
