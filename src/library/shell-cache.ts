/**
 * The app shell in Cache Storage: what the page needs to open with no network. One cache per build, named
 * after the site's path too, because sites under different paths of one origin share Cache Storage.
 */
export interface ShellOptions {
  /** Path of the site, ending in a slash. */
  base: string;
  build: string;
  /** Files the first screen needs, relative to `base`. The empty string is the page itself. */
  core: readonly string[];
  /** Everything else the build emitted. */
  rest: readonly string[];
}

/** Milliseconds after which nobody waits for the network any longer where something is kept. */
const PATIENCE_MS = 2_500;

/**
 * Scripts are asked for with an Origin and kept without one: hosts that answer `Vary: Origin` would never match
 * again. The address alone says what a file of a build is.
 */
const MATCH: CacheQueryOptions = { ignoreSearch: true, ignoreVary: true };

export function createShellCache({ base, build, core, rest }: ShellOptions) {
  const prefix = `vitrine-shell:${base}:`;
  const name = prefix + build;
  const configName = `vitrine-config:${base}`;
  const configUrl = `${base}config.json`;
  const files = new Set([...core, ...rest].filter(Boolean).map((path) => base + path));

  async function keep(paths: readonly string[]): Promise<void> {
    const cache = await caches.open(name);
    // Each page that opens asks for this, and nearly always all of it is there: one look instead of sixty.
    const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    await Promise.all(
      paths.map(async (path) => {
        const url = base + path;
        if (there.has(url)) return;
        // Hashed names may come from the HTTP cache; the others must be those of this very build.
        const hashed = path.startsWith('assets/');
        const response = await fetch(url, { cache: hashed ? 'default' : 'no-cache' });
        if (!response.ok) throw new Error(`${url} answered ${response.status}`);
        await cache.put(url, invariable(unredirected(response)));
      }),
    );
  }

  /** From the network, or what is kept where that is gone, does not answer in time, or answers what is not `good`. */
  async function fresh(
    url: string,
    cacheName: string,
    good: (response: Response) => boolean = () => true,
  ): Promise<Response> {
    const find = async () => (await caches.open(cacheName)).match(url, MATCH);
    const patience = new AbortController();
    let hasBegun = false;
    const lose = async () => {
      // An answer that has begun is not cut off, and without anything else it is waited for.
      if ((await find()) && !hasBegun) patience.abort();
    };
    const timer = setTimeout(() => void lose(), PATIENCE_MS);
    try {
      const response = await fetch(url, { cache: 'no-cache', signal: patience.signal });
      hasBegun = true;
      return good(response) ? response : ((await find()) ?? response);
    } catch (error) {
      const kept = await find();
      if (!kept) throw error;
      return kept;
    } finally {
      clearTimeout(timer);
    }
  }

  async function page(): Promise<Response> {
    return unredirected(await fresh(base, name, ({ ok }) => ok));
  }

  /** A file of this build, else of the one before: a tab that is still open asks for its own chunks. */
  async function file(request: Request): Promise<Response> {
    // A page asks for dozens at once, nearly always of this build: the names of all caches come after that.
    const own = await (await caches.open(name)).match(request.url, MATCH);
    if (own) return own;
    for (const cacheName of (await ownCaches()).reverse()) {
      const kept = await (await caches.open(cacheName)).match(request.url, MATCH);
      if (kept) return kept;
    }
    return fetch(request);
  }

  async function config(): Promise<Response> {
    const response = await fresh(configUrl, configName);
    // The page waits for the answer, and nobody for the copy.
    if (response.ok) void copyConfig(response.clone()).catch(() => undefined);
    return response;
  }

  async function copyConfig(response: Response): Promise<void> {
    await (await caches.open(configName)).put(configUrl, response);
  }

  /** A first visit reads the configuration before this worker is there to keep it. */
  async function keepConfig(): Promise<void> {
    const response = await fetch(configUrl, { cache: 'no-cache' }).catch(() => undefined);
    if (response?.ok) await copyConfig(response).catch(() => undefined);
  }

  async function ownCaches(): Promise<string[]> {
    return (await caches.keys()).filter((key) => key.startsWith(prefix));
  }

  return {
    keepCore: () => Promise.all([keep(core), keepConfig()]),
    keepAll: () => Promise.all([keep([...core, ...rest]), keepConfig()]),

    /** Static routes to the scripts and styles of the first screen, which a build names like no other. */
    routes: () =>
      core
        .filter((path) => path.startsWith('assets/'))
        .map((path) => ({
          condition: { urlPattern: { pathname: base + path } },
          source: { cacheName: name },
        })),

    /** Deletes the caches of builds older than the one before this. */
    async prune(): Promise<void> {
      const others = (await ownCaches()).filter((key) => key !== name);
      await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
    },

    /** The answer to a request for the site itself, or undefined where the browser should ask as usual. */
    answer(request: Request): Promise<Response> | undefined {
      const url = new URL(request.url);
      if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(base)) {
        return undefined;
      }
      if (url.pathname === configUrl) return config();
      if (files.has(url.pathname) || url.pathname.startsWith(`${base}assets/`)) return file(request);
      // A path that ends like a file name is one; every other navigation is a place of the app.
      if (request.mode === 'navigate' && !/\.[a-z0-9]{2,5}$/i.test(url.pathname)) return page();
      return undefined;
    },
  };
}

/** A navigation refuses a response that was redirected (hosts that turn `/x/` into something else). */
function unredirected(response: Response): Response {
  if (!response.redirected) return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}

/** Without `Vary`: a static route matches strictly, and the address alone says what a file of a build is. */
function invariable(response: Response): Response {
  if (!response.headers.has('vary')) return response;
  const headers = new Headers(response.headers);
  headers.delete('vary');
  return new Response(response.body, { status: response.status, headers });
}
