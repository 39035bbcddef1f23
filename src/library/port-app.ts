import { createLibraryApp } from './app';
import { type FaultRule, withFaults } from './faults';
import { processUploads } from './process-uploads';
import { createRateLimit } from './rate-limit';
import type { ServeOptions } from './serve-options';
import { withServiceQuirks } from './service-quirks';
import type { Storage } from './storage';

/** Requests remembered for `GET /requests`. */
const REMEMBERED = 5000;

/** A request as `GET /requests` tells it; `DELETE /requests` forgets all. */
export interface RememberedRequest {
  method: string;
  path: string;
  /** Ids of the assets or models in its body. */
  ids: readonly string[];
  /** When it came, in milliseconds since 1970. */
  at: number;
  /** What the library did with it; 0 where a fault kept it from getting there. */
  applied: number;
  /** What the client was told; 0 where the answer was lost. */
  status: number;
  /** When it was told so; 0 where it was not. */
  answeredAt: number;
}

/**
 * The library as the Node port answers it: faults, latency, rate limit and CORS before the app. `/faults` and
 * `/requests` are for tests; they exist here only.
 */
export function createPortApp(
  storage: Storage,
  options: Omit<ServeOptions, 'port' | 'mediaPort' | 'searchLagMs' | 'assets' | 'collections' | 'models'> & {
    searched?: Storage | undefined;
  },
): (request: Request) => Promise<Response> {
  const app = createLibraryApp({
    storage,
    searched: options.searched,
    credentials: options.credentials,
    onUploadComplete: () => {
      processUploads(storage, 'port').catch((thrown: unknown) => {
        process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
      });
    },
  });
  const { rateLimit, latencyMs } = options;
  const answer = withServiceQuirks((request) => app.fetch(request), options.quirks);
  const limit = rateLimit && createRateLimit(rateLimit.requests, rateLimit.windowMs);
  let requests: RememberedRequest[] = [];
  const remembered = new WeakMap<Request, RememberedRequest>();

  const faulty = withFaults(async (request) => {
    const isContract = new URL(request.url).pathname.startsWith('/v1/');
    if (latencyMs > 0 && isContract) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const response = (isContract ? limit?.() : undefined) ?? (await answer(request));
    const entry = remembered.get(request);
    if (entry) entry.applied = response.status;
    return response;
  });

  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (options.cors && request.method === 'OPTIONS')
      return allowed(new Response(null, { status: 204 }), options);
    if (pathname === '/faults') return control(request);
    if (pathname === '/requests') {
      if (request.method === 'DELETE') requests = [];
      return Response.json(requests);
    }
    const entry = await remember(request, `${pathname}${search}`);
    remembered.set(request, entry);
    requests.push(entry);
    if (requests.length > REMEMBERED) requests.shift();
    const response = await faulty.fetch(request);
    entry.status = response.status;
    entry.answeredAt = Date.now();
    return options.cors ? allowed(response, options) : response;
  };

  async function control(request: Request): Promise<Response> {
    if (request.method === 'PUT') faulty.setRules((await request.json()) as FaultRule[]);
    if (request.method === 'DELETE') faulty.setRules([]);
    return Response.json(faulty.rules());
  }
}

/** Every origin may read; which headers it may read besides the plain ones is a choice of its own. */
function allowed(response: Response, { exposeHeaders }: Pick<ServeOptions, 'exposeHeaders'>): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE');
  headers.set('access-control-allow-headers', 'authorization, content-type, range');
  headers.set('access-control-max-age', '600');
  if (exposeHeaders) headers.set('access-control-expose-headers', 'retry-after, etag, content-range');
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

async function remember(request: Request, path: string): Promise<RememberedRequest> {
  const { method } = request;
  const entry = { method, path, ids: [], at: Date.now(), applied: 0, status: 0, answeredAt: 0 };
  if (method === 'GET' || !request.headers.get('content-type')?.includes('json')) return entry;
  const body = (await request
    .clone()
    .json()
    .catch(() => undefined)) as { assetIds?: string[]; modelIds?: string[] } | undefined;
  return { ...entry, ids: body?.assetIds ?? body?.modelIds ?? [] };
}
