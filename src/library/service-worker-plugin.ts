import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type Rollup } from 'vite';

/** Files of `public/` that belong to the app shell; the others (samples, config) are read when needed. */
const PUBLIC_SHELL = ['icon.svg', 'theme.js'];
const ENTRY = 'src/library/service-worker.ts';

/**
 * Emits the service worker as `sw.js` at the site's root path: unhashed, one file, with the list of files it
 * keeps for use with no network. In development it is built anew for every request of it, so that the
 * browser's byte comparison picks an edit up on reload. Also writes `404.html`, for hosts that answer
 * unknown paths with it, and relaxes the page's policy in development only.
 */
export function serviceWorkerPlugin(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'vitrine:service-worker',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0];
        // Some middleware strip the base, some do not: both spellings are the same file.
        if (path !== '/sw.js' && path !== `${config.base}sw.js`) return next();
        void serve(response, config);
      });
    },
    transformIndexHtml: {
      order: 'pre',
      // The dev server injects an inline script (fast refresh) and style elements; the build has neither.
      handler: (html, { server }) =>
        server
          ? html
              .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
              .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
              .replace("connect-src 'self'", "connect-src 'self' ws: wss:")
          : html,
    },
    async writeBundle({ dir }, emitted) {
      if (!dir || config.build.ssr) return;
      const files = Object.keys(emitted).filter((path) => !path.endsWith('.html') && !path.endsWith('.map'));
      const core = coreFiles(emitted);
      const rest = files.filter((path) => !core.includes(path));
      const hash = createHash('sha256').update(files.sort().join('\n'));
      for (const path of ['index.html', ...PUBLIC_SHELL]) hash.update(await readFile(join(dir, path)));
      const options = {
        build: hash.digest('hex').slice(0, 12),
        core: ['', ...core, ...PUBLIC_SHELL],
        rest,
      };
      await writeFile(join(dir, 'sw.js'), await bundle(config, options));
      await copyFile(join(dir, 'index.html'), join(dir, '404.html'));
    },
  };
}

async function serve(response: ServerResponse, config: ResolvedConfig): Promise<void> {
  try {
    const code = await bundle(config, { build: 'dev', core: [], rest: [] });
    response.setHeader('Content-Type', 'text/javascript');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Service-Worker-Allowed', config.base);
    response.end(code);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
}

/** The page's own scripts and styles: the entry chunk and what it imports statically. */
function coreFiles(emitted: Rollup.OutputBundle): string[] {
  const core = new Set<string>();
  const visit = (path: string) => {
    const output = emitted[path];
    if (core.has(path) || output?.type !== 'chunk') return;
    core.add(path);
    for (const style of output.viteMetadata?.importedCss ?? []) core.add(style);
    for (const imported of output.imports) visit(imported);
  };
  for (const output of Object.values(emitted)) {
    if (output.type === 'chunk' && output.isEntry) visit(output.fileName);
  }
  return [...core];
}

interface WorkerConstants {
  build: string;
  core: readonly string[];
  rest: readonly string[];
}

async function bundle(config: ResolvedConfig, constants: WorkerConstants): Promise<string> {
  const result = await build({
    configFile: false,
    root: config.root,
    base: config.base,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: config.resolve.alias },
    define: {
      __BASE__: JSON.stringify(config.base),
      __BUILD__: JSON.stringify(constants.build),
      __CORE__: JSON.stringify(constants.core),
      __REST__: JSON.stringify(constants.rest),
      'process.env.NODE_ENV': JSON.stringify(config.isProduction ? 'production' : 'development'),
    },
    build: {
      write: false,
      target: 'es2023',
      minify: config.isProduction,
      modulePreload: false,
      rollupOptions: {
        input: join(config.root, ENTRY),
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((part) =>
    'output' in part ? part.output : [],
  );
  const worker = outputs.find((output) => output.type === 'chunk');
  if (!worker || outputs.length !== 1) throw new Error('The service worker must be one file');
  return worker.code;
}
