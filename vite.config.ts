import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorkerPlugin } from './src/library/service-worker-plugin.ts';

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const ENTRY = source('main.tsx');
/** The page that most people see first; its code is asked for by the entry, without waiting for the library. */
const FIRST_PAGE = ['$workspace/route.tsx', '$workspace/collections/index.tsx'].map(
  (path) => `${source(`routes/${path}`)}?tsr-split=component`,
);

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicImporters: readonly string[] } | null;
}

/**
 * Names the chunk of what the entry or the first page imports: one file, because that compresses best. null leaves a
 * module to the bundler.
 */
function firstLoadChunks(): (id: string, graph: ModuleGraph) => string | null {
  const firstLoad = new Set<string>();
  const visit = (id: string, graph: ModuleGraph) => {
    if (firstLoad.has(id)) return;
    firstLoad.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported, graph);
  };
  return (id, graph) => {
    for (const root of [ENTRY, ...FIRST_PAGE]) visit(root, graph);
    // The entry waits for the library at its top level, so what the library's chunk shares must stand outside of it.
    if (id === ENTRY) return null;
    if (firstLoad.has(id)) return 'core';
    // Else each icon that two lazy pages share would be a file of a hundred bytes.
    return id.includes('/lucide-react/') ? 'icons' : null;
  };
}

/**
 * What lazy pages and layers share is one file too: it is loaded after the first view, and each file more is a request
 * of its own and one to keep for use with no network. Code of the library does not wait for that of pages.
 */
function lateChunk(id: string, graph: ModuleGraph): string | null {
  // The beginning of a lazy part has a file of its own.
  if (graph.getModuleInfo(id)?.dynamicImporters.length) return null;
  return /\/src\/(library|contract|api)\/|\/node_modules\/(idb|zod)\//.test(id) ? null : 'late';
}

/**
 * `import { Check } from 'lucide-react'` as an import of that icon's own module. Through the package's list of all
 * icons, those of every lazy page would count as imported by the entry.
 */
function iconModules(): Plugin {
  return {
    name: 'vitrine:icon-modules',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/.*\.tsx?(?:\?|$)/, code: "from 'lucide-react'" },
      handler: (code) =>
        code.replace(/import \{([^}]*)\} from 'lucide-react';/g, (_, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !name.startsWith('type '))
            .map((name) => `import ${name} from 'lucide-react/icons/${iconFile(name)}';`)
            .join(' '),
        ),
    },
  };
}

/** The file of an icon: ChevronsUpDown → chevrons-up-down, Rows3 → rows-3. A name that has no file fails the build. */
function iconFile(name: string): string {
  return name
    .replace(/Icon$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=\d)/g, '-')
    .toLowerCase();
}

/**
 * Moves the one script that holds up the parser behind the addresses of the others. The policy stands in the page, and
 * until the parser has come to them Chromium asks for nothing ahead of it.
 */
function themeLast(): Plugin {
  return {
    name: 'vitrine:theme-last',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const theme = /\s*<script src="[^"]*theme\.js"><\/script>/.exec(html)?.[0];
        if (!theme) throw new Error('index.html has no theme.js');
        return html.replace(theme, '').replace(/\s*<\/head>/, (end) => `${theme}${end}`);
      },
    },
  };
}

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: 'src/routes',
      generatedRouteTree: 'src/route-tree.gen.ts',
      autoCodeSplitting: true,
      quoteStyle: 'single',
      semicolons: true,
    }),
    iconModules(),
    react(),
    tailwindcss(),
    themeLast(),
    serviceWorkerPlugin(),
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    sourcemap: false,
    modulePreload: {
      // A part that is imported is asked for by that: only what it imports itself has to be named beforehand.
      resolveDependencies: (file, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : dependencies.filter((name) => name !== file),
    },
    rolldownOptions: {
      output: {
        // Left alone, the entry's own modules fall into some sixty chunks of a few hundred bytes, because lazy
        // pages share them: as many requests, each compressed on its own.
        codeSplitting: {
          groups: [
            { debugName: 'first load', name: firstLoadChunks(), priority: 1 },
            { debugName: 'shared by lazy pages', name: lateChunk, minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    testTimeout: 120_000,
    // Left alone, one core of two would stay idle.
    maxWorkers: '100%',
    restoreMocks: true,
    // A DOM costs a second a file, and most tests need none: only components (`.test.tsx`) get one.
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          // A window and the app's modules for each file cost three quarters of the time; src/testing/setup.ts resets them.
          isolate: false,
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
