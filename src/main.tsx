import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepEarlyFiles } from './import/early-files';
import { startLibrary } from './library/start';
import { createQueryClient } from './query-client';
import { createAppRouter, preloadPageCode } from './router';
import './styles.css';
import { afterFirstView } from './ui/first-view';
import { loadConfig } from './workspaces/config';
import { narrowContentPolicy } from './workspaces/content-policy';
import { builtInWorkspace } from './workspaces/create-workspaces';
import { KeyVault } from './workspaces/key-vault';
import type { LibraryHandle } from './workspaces/library-handle';
import { reloadOnMissingChunk } from './workspaces/reload-once';
import { addStartNotice, StartNotices } from './workspaces/start-notices';
import { WorkspaceRegistry } from './workspaces/workspace-registry';

interface Started {
  handle?: LibraryHandle;
  failure?: { reason: string; detail: string | undefined };
}

const base = import.meta.env.BASE_URL;
const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);

reloadOnMissingChunk(base);
const { config, problem } = await loadConfig(base);
if (problem) addStartNotice({ text: `${problem} The built-in library is used instead.` });

// The worker says hello while the page is put together.
const starting = config.builtIn.enabled ? startBuiltIn() : Promise.resolve<Started>({});
const keys = new KeyVault();
const builtIn = config.builtIn.enabled ? builtInWorkspace(config, base) : undefined;
const registry = new WorkspaceRegistry({ presets: config.workspaces, builtIn, keys });
narrowContentPolicy(registry.definitions());
// A tab that needs no key now may be the last one to hold it later.
if (registry.workspaces.some(({ key }) => key)) void keys.look();
const queryClient = createQueryClient();
const router = createAppRouter({ queryClient, registry, basepath: base });
preloadPageCode(router);
keepEarlyFiles();
const started = await starting;

if (!started.handle) registry.omitBuiltIn();

if (started.failure && registry.workspaces.length === 0) {
  const { StartFailure } = await import('./workspaces/start-failure');
  root.render(
    <StrictMode>
      <StartFailure {...started.failure} />
    </StrictMode>,
  );
} else {
  if (started.failure) {
    const { describeStartFailure } = await import('./workspaces/describe-start-failure');
    addStartNotice({ text: describeStartFailure(started.failure.reason).text });
  }
  const { handle: library } = started;
  router.update({ ...router.options, context: { ...router.options.context, library } });
  root.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <StartNotices />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

async function startBuiltIn(): Promise<Started> {
  try {
    const handle = await startLibrary({
      base,
      samples: config.builtIn.samples,
      whenSettled: afterFirstView,
      onOutdated: () =>
        addStartNotice({ text: 'Vitrine was brought up to date in another tab.', reload: true }),
    });
    return { handle };
  } catch (error) {
    const { reason, detail } = error as { reason?: string; detail?: string };
    return { failure: { reason: reason ?? 'unknown', detail: detail ?? String(error) } };
  }
}
