import { BUNDLES } from '../bundles';
import { startLibraryPort } from '../library-port';
import { startStaticServer } from '../static-server';

/** Address of the workspace in each of four deployments of one bundle. */
export type Hosts = Readonly<Record<'full' | 'empty' | 'down' | 'slow', string>>;

/** Milliseconds no picture waits for. */
const NEVER = '600000';

/**
 * With the samples, with nothing in the library, with a workspace that is down, and with one that takes its time.
 * Gives back how to end them.
 */
async function startHosts(): Promise<{ hosts: Hosts; close: () => Promise<void> }> {
  const slow = await startLibraryPort(['--assets', '0', '--collections', '0', '--latency', NEVER]);
  const config = (baseUrl?: string) => ({
    ...BUNDLES.root,
    overrides: {
      'config.json': JSON.stringify({
        builtIn: { enabled: true, name: 'My library', samples: false },
        workspaces: baseUrl === undefined ? [] : [{ id: 'studio', name: 'Studio', baseUrl }],
      }),
    },
  });
  const servers = await Promise.all([
    startStaticServer(BUNDLES.root),
    startStaticServer(config()),
    startStaticServer(config('http://127.0.0.1:9/v1')),
    startStaticServer(config(slow.url)),
  ]);
  const [full, empty, down, waits] = servers.map(({ url }) => url);
  return {
    hosts: { full: `${full}local`, empty: `${empty}local`, down: `${down}studio`, slow: `${waits}studio` },
    close: async () => {
      await Promise.all([slow.close(), ...servers.map((server) => server.close())]);
    },
  };
}

/** The four deployments as a fixture that a worker's tests share. */
export const hostsFixture = [
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants the braces
  async ({}: object, provide: (hosts: Hosts) => Promise<void>): Promise<void> => {
    const { hosts, close } = await startHosts();
    await provide(hosts);
    await close();
  },
  { scope: 'worker' },
] as const;
