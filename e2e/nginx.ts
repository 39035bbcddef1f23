import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PROJECT } from './bundles';

/** Where Debian and Homebrew put it; elsewhere the tests that need it are left out. */
const PROGRAM = ['/usr/sbin/nginx', '/opt/homebrew/bin/nginx', '/usr/local/bin/nginx'].find((path) =>
  existsSync(path),
);
const MIME_TYPES = ['/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'].find((path) =>
  existsSync(path),
);
export const HAS_NGINX = PROGRAM !== undefined && MIME_TYPES !== undefined;

interface NginxOptions {
  /** The site as the recipe has it, ready for the `http` block. `LISTEN` stands for its address. */
  readonly site: string;
  /** An ignored folder for its own files. */
  readonly folder: string;
}

/** Starts nginx with one site; resolves when it answers. */
export async function startNginx({ site, folder }: NginxOptions) {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const own = (name: string) => join(folder, name);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const lines = [
    'daemon off;',
    // Files of this checkout may be readable by its owner alone.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${own('nginx.pid')};`,
    'events {}',
    'http {',
    `include ${MIME_TYPES};`,
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${own(name)};`),
    site.replaceAll('LISTEN', `127.0.0.1:${port}`),
    '}',
  ];
  writeFileSync(own('nginx.conf'), lines.join('\n'));
  const child = spawn(PROGRAM ?? '', ['-c', own('nginx.conf'), '-p', folder, '-e', own('error.log')], {
    stdio: 'inherit',
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(readFileSync(own('error.log'), 'utf8'));
  }
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** The fenced blocks of a document in a language, as they are printed. */
export function blocksOf(document: string, language: string): string[] {
  const text = readFileSync(join(PROJECT, document), 'utf8');
  const fences = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));
  return [...fences].map(([, block = '']) => block);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
