import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Levels of `docs/architecture.md`, top to bottom: a module imports only from levels below its own. */
const LEVELS: readonly (readonly string[])[] = [
  ['routes'],
  ['shell', 'import', 'collections', 'models'],
  ['batches', 'assets'],
  ['commands', 'workspaces'],
  ['api', 'ui'],
  ['contract'],
];
const ISOLATED: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  ui: [],
  api: ['contract'],
  library: ['contract'],
};
const COMPOSITION = new Set(['main.tsx', 'router.tsx', 'query-client.ts', 'route-tree.gen.ts']);

const root = join(import.meta.dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.gen.ts'));
const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

/** Import targets inside src, as paths from src without extension. */
function importsOf(path: string): string[] {
  const source = sources.get(path) ?? '';
  const found = source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].flatMap(([, target = '']) => {
    if (target.startsWith('~/')) return [target.slice(2)];
    if (target.startsWith('.')) return [posix.normalize(posix.join(dirname(path), target))];
    return [];
  });
}

const moduleOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const levelOf = (name: string) => LEVELS.findIndex((level) => level.includes(name));
const isTest = (path: string) => path.startsWith('testing/') || /\.test\.tsx?$/.test(path);

describe('architecture', () => {
  it('imports only from levels below (R1–R4)', () => {
    const wrong = files
      .filter((path) => !isTest(path) && !COMPOSITION.has(path))
      .flatMap((path) => {
        const from = moduleOf(path);
        return importsOf(path)
          .map(moduleOf)
          .filter((to) => to !== from && !allowed(from, to))
          .map((to) => `${path} → ${to}`);
      });
    expect(wrong).toEqual([]);
  });

  it('lets only main.tsx start the library, and only tests and the Node port see its app (R5)', () => {
    const wrong = files
      .filter((path) => !isTest(path) && moduleOf(path) !== 'library' && path !== 'main.tsx')
      .filter((path) => importsOf(path).some((target) => moduleOf(target) === 'library'));
    expect(wrong).toEqual([]);
    const inMain = importsOf('main.tsx').filter((target) => moduleOf(target) === 'library');
    expect(inMain.filter((target) => target !== 'library/start')).toEqual([]);
  });

  it.each([
    ['HTTP', /\bfetch\(|from 'ky'/, /^(api|library|testing)\/|^workspaces\/config\.ts$/],
    ['IndexedDB', /\bindexedDB\b|from 'idb'/, /^(library|testing)\/|^batches\/journal/],
    ['the service worker', /navigator\.serviceWorker/, /^(library|testing)\//],
    [
      'locks and channels',
      /navigator\.locks|new BroadcastChannel/,
      /^(library|batches|api|workspaces|testing)\//,
    ],
  ])('keeps %s where it belongs (R6)', (_name, pattern, home) => {
    const wrong = [...sources]
      .filter(([path, source]) => !home.test(path) && !isTest(path) && pattern.test(source))
      .map(([path]) => path);
    expect(wrong).toEqual([]);
  });

  it('has no barrels and no drawers (R7)', () => {
    const named = files.filter((path) => !path.startsWith('routes/'));
    expect(named.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
    expect(named.filter((path) => /(^|\/)(utils|helpers|types|common)(\/|\.tsx?$)/.test(path))).toEqual([]);
  });

  it('keeps files small', () => {
    const tooLong = [...sources]
      .map(([path, source]) => ({ path, lines: source.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > (isTest(path) ? 400 : 300))
      .map(({ path, lines }) => `${relative('.', path)}: ${lines}`);
    expect(tooLong).toEqual([]);
  });
});

function allowed(from: string, to: string): boolean {
  const isolated = ISOLATED[from];
  if (isolated) return isolated.includes(to);
  // Route files read the router's context type, nothing else of the composition root.
  if (from === 'routes' && to === 'router') return true;
  const fromLevel = levelOf(from);
  const toLevel = levelOf(to);
  return fromLevel !== -1 && toLevel > fromLevel;
}
