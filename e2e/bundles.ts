import { join } from 'node:path';
import { build } from 'vite';

export const PROJECT = join(import.meta.dirname, '..');
/** Ignored folder for everything the tests make. */
export const SCRATCH = join(PROJECT, '.tmp', 'e2e');
export const SUB_PATH = '/some/where/';

/** The contract suite as a script for a page. */
export const CONTRACT_PAGE = join(SCRATCH, 'contract');

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

/** Bundles the contract suite and the library for a page of its own. */
export async function buildContractPage(): Promise<void> {
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    publicDir: false,
    resolve: { alias: { '~': join(PROJECT, 'src') } },
    build: {
      outDir: CONTRACT_PAGE,
      emptyOutDir: true,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, 'contract-page.ts'),
        formats: ['es'],
        fileName: () => 'contract-page.js',
      },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
}
