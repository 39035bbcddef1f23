import { join } from 'node:path';
import { build } from 'vite';

export const PROJECT = join(import.meta.dirname, '..');
/** Ignored folder for everything the tests make. */
export const SCRATCH = join(PROJECT, '.tmp', 'e2e');
export const SUB_PATH = '/some/where/';

export interface Bundle {
  readonly folder: string;
  readonly base: string;
}

export const BUNDLES = {
  root: { folder: join(SCRATCH, 'root'), base: '/' },
  /** The next release: the same program with one line more, so that every hash and the precache list change. */
  next: { folder: join(SCRATCH, 'next'), base: '/' },
  subPath: { folder: join(SCRATCH, 'sub-path'), base: SUB_PATH },
} as const satisfies Readonly<Record<string, Bundle>>;

/** Builds the production bundle into its folder. */
export async function buildBundle({ folder, base }: Bundle): Promise<void> {
  await build({
    root: PROJECT,
    base,
    logLevel: 'warn',
    mode: 'production',
    build: { outDir: folder, emptyOutDir: true },
    plugins: folder === BUNDLES.next.folder ? [nextRelease] : [],
  });
}

const nextRelease = {
  name: 'next-release',
  transform(code: string, id: string) {
    return id.endsWith('/src/main.tsx')
      ? `${code}\ndocument.documentElement.setAttribute('data-release', 'next');`
      : undefined;
  },
};
