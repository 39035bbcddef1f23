import { join } from 'node:path';
import { build } from 'vite';
import { buildBundle, PROJECT } from '../bundles';
import { startStaticServer } from '../static-server';
import type { BenchSite } from './bench-context';

/** Ignored folder of the bench: the deployed site, libraries kept between runs, results. */
export const KEPT = join(PROJECT, '.tmp', 'bench');
const FOLDER = join(KEPT, 'site');
/** Libraries belong to an origin, so that those kept from one run serve the next only on the same port. */
const PORT = 4340;

/** The production bundle with the bench's own pages beside it, deployed at a fixed address. */
export async function startBenchSite(keepBuild: boolean): Promise<BenchSite> {
  if (!keepBuild) await buildSite();
  const server = await startStaticServer({ folder: FOLDER, port: PORT });
  return { ...server, folder: FOLDER, probe: join(FOLDER, 'bench', 'probe.js') };
}

async function buildSite(): Promise<void> {
  await buildBundle({ folder: FOLDER, base: '/' });
  const root = join(import.meta.dirname, 'pages');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    resolve: { alias: { '~': join(PROJECT, 'src') } },
    worker: { format: 'es' },
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      // Not among the files that the app's worker keeps.
      assetsDir: 'bench',
      target: 'es2023',
      modulePreload: false,
      rollupOptions: {
        input: {
          bench: join(root, 'bench.html'),
          write: join(root, 'write.html'),
          floor: join(root, 'floor.html'),
          'react-floor': join(root, 'react-floor.html'),
          probe: join(root, 'probe.ts'),
        },
        output: { entryFileNames: 'bench/[name].js' },
      },
    },
  });
}
