import { startLibraryPort } from '../library-port';
import { startStaticServer } from '../static-server';
import { FarEnd } from './far-end';
import type { Site } from './run-seed';

const WORKSPACE = 'far';
/** More than one page of a listing, and with "all that are loaded" more than one request. */
const ASSETS = 220;

export interface FarSite {
  site: Site;
  farEnd: FarEnd;
  foreign: ReadonlySet<string>;
  close(): Promise<void>;
}

/** The deployed app and a workspace of its own on the Node port, with no built-in library. */
export async function startFarSite(folder: string): Promise<FarSite> {
  const port = await startLibraryPort(['--assets', String(ASSETS), '--collections', '0', '--models', '0']);
  const overrides: Record<string, string> = {};
  const server = await startStaticServer({ folder, overrides });
  const configure = (rateLimit: { requests: number; seconds: number }) => {
    const workspaces = [{ id: WORKSPACE, name: 'Far end', baseUrl: port.url, rateLimit }];
    overrides['config.json'] = JSON.stringify({ builtIn: { enabled: false }, workspaces });
  };
  const farEnd = new FarEnd(port.url);
  return {
    site: { url: server.url, configure, workspace: WORKSPACE },
    farEnd,
    foreign: await farEnd.foreign(),
    close: async () => {
      await Promise.all([port.close(), server.close()]);
    },
  };
}
