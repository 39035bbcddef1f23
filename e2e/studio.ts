import { BUNDLES } from './bundles';
import { startLibraryPort } from './library-port';
import { startStaticServer } from './static-server';

export interface Studio {
  /** Address of the workspace, with its slash at the end. */
  readonly url: string;
  /** Base URL of the contract of the server behind it. */
  readonly library: string;
  close(): Promise<void>;
}

/** 8,000 assets with real pictures, of which the one collection, Props 1, holds 5,067, and 150 models. */
const SIZES = ['--assets', '8000', '--collections', '1', '--models', '150'];

/** A deployment whose only workspace is a large library on a port. `options` go to the port. */
export async function startStudio(options: readonly string[] = []): Promise<Studio> {
  const library = await startLibraryPort([...SIZES, ...options]);
  const config = {
    builtIn: { enabled: false },
    workspaces: [{ id: 'studio', name: 'Studio', baseUrl: library.url }],
  };
  const server = await startStaticServer({
    ...BUNDLES.root,
    overrides: { 'config.json': JSON.stringify(config) },
  });
  return {
    url: `${server.url}studio/`,
    library: library.url,
    close: async () => {
      await server.close();
      await library.close();
    },
  };
}
