import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { routeTree } from './route-tree.gen';
import { FailedScreen } from './shell/failed-screen';
import { NotFoundScreen } from './shell/not-found-screen';
import type { LibraryHandle } from './workspaces/library-handle';
import type { Workspace } from './workspaces/workspace';
import type { WorkspaceRegistry } from './workspaces/workspace-registry';

/** What every route may use, set once when the app starts. */
export interface RouterContext {
  queryClient: QueryClient;
  workspaces: readonly Workspace[];
  registry: WorkspaceRegistry;
  /** The built-in library's own acts, where it runs in this browser. */
  library?: LibraryHandle | undefined;
}

interface AppRouterOptions extends Pick<RouterContext, 'queryClient' | 'registry'> {
  /** Path under which the site is served, as `import.meta.env.BASE_URL`. */
  basepath?: string;
  history?: RouterHistory;
}

/** The app's router. Search parameters are plain strings: `?q=2024` stays text. */
export function createAppRouter({ basepath = '/', history, queryClient, registry }: AppRouterOptions) {
  const context: RouterContext = { queryClient, registry, workspaces: registry.workspaces };
  const router = createRouter({
    routeTree,
    basepath,
    context,
    ...(history && { history }),
    parseSearch: parsePlainSearch,
    stringifySearch: stringifyPlainSearch,
    defaultErrorComponent: FailedScreen,
    defaultNotFoundComponent: NotFoundScreen,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: false,
  });
  // They are added, renamed and removed while the app runs, also in another tab.
  registry.store.subscribe(({ workspaces }) => {
    router.update({ ...router.options, context: { ...router.options.context, workspaces } });
    if (router.state.resolvedLocation) void router.invalidate();
  });
  return router;
}

/**
 * Fetches the code of the page in the address, nothing else: while the library is being started the network
 * has nothing to do. `/` leads to the collections.
 */
export function preloadPageCode(router: ReturnType<typeof createAppRouter>): void {
  const { pathname } = router.latestLocation;
  const [matchedRoutes] = router.getMatchedRoutes(pathname === '/' ? '/local/collections' : pathname);
  // A chunk that cannot be had is asked for again, and its failure shown, when the page is.
  for (const route of matchedRoutes) router.loadRouteChunk(route)?.catch(() => undefined);
}

/** `?a=1&b=x` → `{ a: '1', b: 'x' }`: no value is ever parsed as JSON. A repeated name keeps the last. */
export function parsePlainSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The inverse of `parsePlainSearch`; only non-empty text, numbers and booleans are written. */
export function stringifyPlainSearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
    if (typeof value === 'number' || typeof value === 'boolean') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
