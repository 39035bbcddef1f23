import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.glb': 'model/gltf-binary',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  /** Address of the deployed folder, with its slash at the end. */
  readonly url: string;
  /** From now on serves another folder, as a new deployment to the same host does. */
  deploy(folder: string): void;
  /** From now on takes requests and never answers them, as a network does that is there by name only. */
  stall(): void;
  close(): Promise<void>;
}

interface Options {
  readonly folder: string;
  /** Path the folder is deployed at, with slashes at both ends. */
  readonly base?: string;
  /** Text answered instead of a file of the folder, by path inside it. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
}

/**
 * Starts a plain static host, as strict as the plainest ones are: right types, files only,
 * and `404.html` with status 404 for everything it does not know, no rewriting of deep links.
 */
export async function startStaticServer({
  folder,
  base = '/',
  overrides = {},
  port: wanted = 0,
}: Options): Promise<StaticServer> {
  let root = folder;
  let isStalled = false;
  const server = createServer((request, response) => {
    if (!isStalled) answer(request, response, { root, base, overrides });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    deploy: (next) => {
      root = next;
    },
    stall: () => {
      isStalled = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly root: string;
  readonly base: string;
  readonly overrides: Readonly<Record<string, string>>;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const inside = pathname.startsWith(site.base)
    ? decodeURIComponent(pathname.slice(site.base.length))
    : undefined;
  const text = inside === undefined ? undefined : site.overrides[inside];
  if (text !== undefined) {
    response.writeHead(200, { 'content-type': TYPES[extname(inside ?? '')] ?? 'text/plain' }).end(text);
    return;
  }
  const file = inside === undefined ? undefined : fileOf(site.root, inside);
  if (file !== undefined) send(response, 200, file);
  else if (existsSync(join(site.root, '404.html'))) send(response, 404, join(site.root, '404.html'));
  else response.writeHead(404).end();
}

function fileOf(root: string, path: string): string | undefined {
  const file = normalize(join(root, path === '' || path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return file;
}

function send(response: ServerResponse, status: number, file: string): void {
  // Ten minutes, as GitHub Pages says for every file: the worker must get past this cache by itself.
  response.writeHead(status, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': 'max-age=600',
    // As hosts do that also serve other origins: what is kept must be found again all the same.
    vary: 'Origin',
  });
  createReadStream(file).pipe(response);
}
