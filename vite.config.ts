import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { serviceWorkerPlugin } from './src/library/service-worker-plugin.ts';

const ENTRY = fileURLToPath(new URL('./src/main.tsx', import.meta.url));

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Names the chunk of each module that the entry imports without a dynamic import; null leaves it to the bundler. */
function firstLoadChunks(): (id: string, graph: ModuleGraph) => string | null {
  const firstLoad = new Set<string>();
  const visit = (id: string, graph: ModuleGraph) => {
    if (firstLoad.has(id)) return;
    firstLoad.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported, graph);
  };
  return (id, graph) => {
    visit(ENTRY, graph);
    // The entry waits for the library at its top level, so what the library's chunk shares must stand outside of it.
    if (!firstLoad.has(id) || id === ENTRY) return null;
    return id.includes('node_modules') ? 'vendor' : 'core';
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
    react(),
    tailwindcss(),
    serviceWorkerPlugin(),
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    sourcemap: false,
    rolldownOptions: {
      output: {
        // Left alone, the entry's own modules fall into some sixty chunks of a few hundred bytes, because lazy
        // pages share them: as many requests, each compressed on its own.
        codeSplitting: {
          groups: [{ debugName: 'first load', name: firstLoadChunks() }],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    testTimeout: 30_000,
    restoreMocks: true,
    // A DOM costs a second a file, and most tests need none: only components (`.test.tsx`) get one.
    projects: [
      { extends: true, test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
});
