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

/** Milliseconds after which a navigation stops waiting for the network and opens the kept page. */
const PAGE_TIMEOUT_MS = 2_500;

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
        await cache.put(url, unredirected(response));
      }),
    );
  }

  /** The page from the network, or the kept one when the network is slow, gone or answers an error. */
  async function page(): Promise<Response> {
    const kept = await (await caches.open(name)).match(base, MATCH);
    const patience = new AbortController();
    // Counts until the answer begins: an answer that has begun is not cut off.
    const timer = kept && setTimeout(() => patience.abort(), PAGE_TIMEOUT_MS);
    try {
      const response = await fetch(base, { cache: 'no-cache', signal: patience.signal });
      if (response.ok || !kept) return unredirected(response);
    } catch (error) {
      if (!kept) throw error;
    } finally {
      clearTimeout(timer);
    }
    return kept;
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
    try {
      const response = await fetch(configUrl, { cache: 'no-cache' });
      // The page waits for the answer, and nobody for the copy.
      if (response.ok) void copyConfig(response.clone()).catch(() => undefined);
      return response;
    } catch (error) {
      const kept = await (await caches.open(configName)).match(configUrl, MATCH);
      if (kept) return kept;
      throw error;
    }
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
