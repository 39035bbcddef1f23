import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { createApiClient } from '~/api/client';
import { batchesOf } from '~/batches/batches-provider';
import type { RequestLimit } from '~/api/request-rate';
import { createLibraryApp } from '~/library/app';
import { type FaultRule, withFaults } from '~/library/faults';
import { createMemoryStorage } from '~/library/memory-storage';
import { type ServiceQuirks, withServiceQuirks } from '~/library/service-quirks';
import { processUploads } from '~/library/process-uploads';
import { trailStorage } from '~/library/trailing-storage';
import { createQueryClient } from '~/query-client';
import { createAppRouter } from '~/router';
// Parts that are loaded later, with the first act of a person: here they must be there when the next one comes, and
// none may still be on its way when the last test of a file has ended.
import '~/batches/batch-engine';
import '~/batches/journal/indexed-db-journal';
import '~/batches/take-back';
import '~/collections/drag/drag-layer';
import '~/collections/new-collection';
import '~/import/import-anywhere';
import '~/shell/late-layers';
import '~/shell/slowed-note';
import '~/shell/workspace-activity';
import { toastStore } from '~/ui/toasts';
import { KeyVault } from '~/workspaces/key-vault';
import { BUILT_IN_ID, type Workspace } from '~/workspaces/workspace';
import type { WorkspaceDefinition } from '~/workspaces/workspace-definition';
import { WorkspaceRegistry } from '~/workspaces/workspace-registry';
import { type Seed, seedLibrary } from './seed-library';

interface RenderAppOptions {
  /** The address to open: `/local/collections`. */
  at: string;
  seed?: Seed;
  /** What goes wrong from the start; `setFaults` changes it later. */
  faults?: readonly FaultRule[];
  /** It is a far end, `/far/…`, that takes so many requests at a time; default: the built-in library. */
  remote?: RequestLimit;
  /** Ways of the service that the library has not. */
  quirks?: ServiceQuirks;
  /** Milliseconds by which its search is behind what is written. */
  searchLagMs?: number;
  /** Far ends beside the built-in library, as `config.json` names them; all are answered by the one library. */
  presets?: readonly WorkspaceDefinition[];
  /** The key it asks everybody for, also the built-in workspace. */
  credentials?: { key: string; secret: string };
}

/** A request that the app sent: `PUT /v1/collections/c1/assets`, with its JSON body where it has one. */
export interface SentRequest {
  line: string;
  body: unknown;
}

const ORIGIN = 'http://library.test';
/** Each has a record of its own of what it was sent. */
let farEnds = 0;

/** The whole app at an address: the real router, a fresh query client and a library of its own in process. */
export async function renderApp(options: RenderAppOptions) {
  const { at, seed = {}, faults = [], remote, quirks = {}, presets = [], credentials } = options;
  const { searchLagMs = 0 } = options;
  // Messages outlive the page that a test before this one had.
  toastStore.setState({ toasts: [] });
  const memory = createMemoryStorage();
  const trailed = searchLagMs > 0 ? trailStorage(memory) : undefined;
  const storage = trailed?.storage ?? memory;
  await seedLibrary(storage, seed);
  trailed?.lag(searchLagMs);
  const onUploadComplete = () => void processUploads(storage, 'test');
  const app = createLibraryApp({ storage, searched: trailed?.trailing, onUploadComplete, credentials });
  const server = withFaults(withServiceQuirks((request) => app.fetch(request), quirks));
  server.setRules(faults);
  const sent: SentRequest[] = [];
  /** Where each request went. */
  const origins: string[] = [];
  /** The `Authorization` header of each request. */
  const showed: (string | null)[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const text = await request.clone().text();
    const { origin, pathname, search } = new URL(request.url);
    origins.push(origin);
    sent.push({
      line: `${request.method} ${pathname}${search}`,
      body: text === '' ? undefined : parse(text),
    });
    showed.push(request.headers.get('authorization'));
    return server.fetch(request);
  };
  const client = createApiClient({
    baseUrl: `${ORIGIN}/v1`,
    limit: remote && { ...remote, name: `test ${(farEnds += 1)}` },
    fetch,
  });
  const workspace: Workspace = remote
    ? { id: 'far', name: 'Far end', kind: 'remote', client, rateLimit: remote }
    : { id: BUILT_IN_ID, name: 'Built-in library', kind: 'built-in', client };
  const queryClient = createQueryClient();
  const defaults = queryClient.getDefaultOptions();
  // A lost answer is asked again as ever, but nobody waits for it here.
  queryClient.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, retryDelay: 0 } });
  const history = createMemoryHistory({ initialEntries: [at] });
  const registry = new WorkspaceRegistry({ presets, builtIn: workspace, keys: new KeyVault(), fetch });
  // A browser has tabs; a test does not hear of the keys of the one before it.
  onTestFinished(async () => {
    for (const { key } of registry.workspaces) key?.forget();
    // What is still being done there would be heard by the next one.
    for (const one of registry.workspaces) await batchesOf(queryClient, one).close();
  });
  const router = createAppRouter({ queryClient, registry, history });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  const setFaults = (rules: readonly FaultRule[]) => server.setRules(rules);
  return {
    ...view,
    user: userEvent.setup(),
    router,
    registry,
    queryClient,
    storage,
    workspace,
    sent,
    origins,
    showed,
    setFaults,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
