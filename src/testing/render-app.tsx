import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createApiClient } from '~/api/client';
import { createLibraryApp } from '~/library/app';
import { createMemoryStorage } from '~/library/memory-storage';
import { processUploads } from '~/library/process-uploads';
import { createQueryClient } from '~/query-client';
import { createAppRouter } from '~/router';
import { BUILT_IN_ID, type Workspace } from '~/workspaces/workspace';
import { type Seed, seedLibrary } from './seed-library';

interface RenderAppOptions {
  /** The address to open: `/local/collections`. */
  at: string;
  seed?: Seed;
}

/** A request that the app sent: `PUT /v1/collections/c1/assets`, with its JSON body where it has one. */
export interface SentRequest {
  line: string;
  body: unknown;
}

const ORIGIN = 'http://library.test';

/** The whole app at an address: the real router, a fresh query client and a library of its own in process. */
export async function renderApp({ at, seed = {} }: RenderAppOptions) {
  const storage = createMemoryStorage();
  await seedLibrary(storage, seed);
  const app = createLibraryApp({ storage, onUploadComplete: () => void processUploads(storage, 'test') });
  const sent: SentRequest[] = [];
  const client = createApiClient({
    baseUrl: `${ORIGIN}/v1`,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.clone().text();
      const { pathname, search } = new URL(request.url);
      sent.push({
        line: `${request.method} ${pathname}${search}`,
        body: text === '' ? undefined : parse(text),
      });
      return app.fetch(request);
    },
  });
  const workspace: Workspace = { id: BUILT_IN_ID, name: 'Built-in library', kind: 'built-in', client };
  const queryClient = createQueryClient();
  const history = createMemoryHistory({ initialEntries: [at] });
  const router = createAppRouter({ queryClient, workspaces: [workspace], history });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...view, user: userEvent.setup(), router, queryClient, storage, workspace, sent };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
