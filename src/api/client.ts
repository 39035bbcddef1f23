import ky, { type KyInstance, type Options } from 'ky';
import type * as z from 'zod/mini';
import { ApiError } from './api-error';
import type { RequestGate } from './request-gate';
import type { RequestPriority } from './request-priority';
import type { RequestLimit } from './request-rate';
import { createSlowed, type Slowed } from './slowed';
import type { ClientAuth } from './authorization';
import { translateError } from './translate-error';

export interface ApiClientOptions {
  /** Absolute base URL of the contract, e.g. `https://host/v1`. */
  baseUrl: string;
  /** What requests to the base URL are authorized with; none where the far end asks for nothing. */
  auth?: ClientAuth | undefined;
  /** Sent with every call as `?projectId=`; a key implies its own project. */
  projectId?: string | undefined;
  /** What it takes before it answers 429; `name` is that of the record all tabs share. Default: as many as come. */
  limit?: (RequestLimit & { name: string }) | undefined;
  /** Stands in for `globalThis.fetch` where the app is answered in process (tests). */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface RequestOptions extends Omit<Options, 'prefixUrl' | 'hooks' | 'retry'> {
  /**
   * Calls a change off while it waits for its turn, where a rate limit makes it wait; what was sent is heard to its end.
   */
  turn?: AbortSignal;
}

/** One HTTP client per workspace. Every failure is an `ApiError`; an abort stays an `AbortError`. */
export interface ApiClient {
  readonly baseUrl: string;
  /** Until when what a person looks at waits for the rate limit. */
  readonly slowed: Slowed;
  /** The same client for requests that are less urgent; a function is asked when their turn may have come. */
  at(priority: RequestPriority | (() => RequestPriority)): ApiClient;
  /** Sends the request and parses the JSON answer; an answer of another shape is `unusable`. */
  request<T extends z.ZodMiniType>(path: string, schema: T, options?: RequestOptions): Promise<z.output<T>>;
  /** Reads a media URL as text, at most `maxBytes` of it; without credentials, as media need none. */
  getText(url: string, maxBytes: number, signal?: AbortSignal): Promise<{ text: string; whole: boolean }>;
  /** Reads a media URL whole; without credentials, as media need none. */
  getBytes(url: string, signal?: AbortSignal): Promise<ArrayBuffer>;
  /** The same, held by the browser rather than in memory. */
  getFile(url: string, signal?: AbortSignal): Promise<Blob>;
  /** Sends bytes to a part URL of an upload (absolute, so never with credentials of another origin). */
  putBytes(url: string, bytes: Blob | ArrayBuffer, signal?: AbortSignal): Promise<void>;
}

/** Milliseconds without an answer after which a request counts as lost. */
const TIMEOUT_MS = 30_000;

export function createApiClient(options: ApiClientOptions): ApiClient {
  const { baseUrl, auth, projectId, limit, fetch } = options;
  const headers = { accept: 'application/json' };
  // Retries are decided per verb by the callers: a replayed add is refused as "already in".
  const shared: Options = { retry: 0, timeout: TIMEOUT_MS, ...(fetch && { fetch }) };
  const http: KyInstance = ky.create({ ...shared, prefixUrl: baseUrl, headers });

  const slowed = createSlowed();
  // Only far ends that limit the rate need it: nobody else loads it.
  let gate: Promise<RequestGate> | undefined;
  const loadGate = async ({ name, ...limits }: NonNullable<typeof limit>) => {
    const { RequestGate } = await import('./request-gate');
    return new RequestGate({ name, limit: limits, slowed });
  };

  async function ask(path: string, options: RequestOptions): Promise<unknown> {
    let header: string | undefined;
    try {
      header = auth?.header(options.method ?? 'get', path);
      const asked = withParams(options, { ...(projectId && { projectId }), ...auth?.params?.(path) });
      const response = await http(path, header === undefined ? asked : withHeader(asked, header));
      return await response.json().catch((cause: unknown) => {
        throw new ApiError('unusable', 'The answer is not JSON: is this address the API?', {
          status: response.status,
          cause,
        });
      });
    } catch (thrown) {
      const error = await translateError(thrown);
      const isRefused = error instanceof ApiError && error.kind === 'unauthorized';
      if (isRefused && header !== undefined) auth?.refused(header);
      throw error;
    }
  }

  async function askInTurn(
    path: string,
    { turn, ...options }: RequestOptions,
    priority: (() => RequestPriority) | undefined,
  ): Promise<unknown> {
    if (!limit) return ask(path, options);
    gate ??= loadGate(limit).catch((thrown: unknown) => {
      gate = undefined;
      throw new ApiError('unreachable', 'A part of the app could not be loaded.', { cause: thrown });
    });
    const key = readKey(path, options);
    return (await gate).request({
      key,
      priority: priority ?? (() => (key === undefined ? 'act' : 'visible')),
      turn: turn ?? options.signal ?? undefined,
      signal: options.signal ?? undefined,
      send: async (signal) => ask(path, { ...options, ...(signal && { signal }) }),
    });
  }

  async function getWhole<T>(
    url: string,
    signal: AbortSignal | undefined,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    try {
      return await read(await ky.get(url, { ...shared, timeout: false, ...(signal && { signal }) }));
    } catch (thrown) {
      throw await translateError(thrown);
    }
  }

  const clientAt = (priority: (() => RequestPriority) | undefined): ApiClient => ({
    baseUrl,
    slowed,
    at: (next) => clientAt(typeof next === 'function' ? next : () => next),
    async request(path, schema, options = {}) {
      const parsed = schema.safeParse(await askInTurn(path, options, priority));
      if (parsed.success) return parsed.data;
      throw new ApiError('unusable', 'The answer does not have the expected shape.', { cause: parsed.error });
    },
    async getText(url, maxBytes, signal) {
      try {
        const response = await ky.get(url, { ...shared, ...(signal && { signal }) });
        return await readText(response, maxBytes);
      } catch (thrown) {
        throw await translateError(thrown);
      }
    },
    getBytes: async (url, signal) => getWhole(url, signal, async (response) => response.arrayBuffer()),
    getFile: async (url, signal) => getWhole(url, signal, async (response) => response.blob()),
    async putBytes(url, bytes, signal) {
      try {
        // Sent before ky clones the request for tries to come, of which there are none: that copies every byte.
        const beforeRequest = [(request: Request) => (fetch ?? globalThis.fetch)(request)];
        const hooks = { beforeRequest };
        await ky.put(url, { ...shared, timeout: false, body: bytes, hooks, ...(signal && { signal }) });
      } catch (thrown) {
        throw await translateError(thrown);
      }
    },
  });
  return clientAt(undefined);
}

/** What makes two reads the same; undefined for a request that changes something. */
function readKey(
  path: string,
  { method = 'get', searchParams, json }: RequestOptions = {},
): string | undefined {
  const isRead = method === 'get' || (method === 'post' && /^search\/|\/get-bulk$/.test(path));
  if (!isRead) return undefined;
  const query = new URLSearchParams(searchParams as Record<string, string> | URLSearchParams);
  return JSON.stringify([path, String(query), json]);
}

function withParams(options: RequestOptions, params: Readonly<Record<string, string>>): RequestOptions {
  if (Object.keys(params).length === 0) return options;
  const searchParams = new URLSearchParams(options.searchParams as Record<string, string> | URLSearchParams);
  for (const [name, value] of Object.entries(params)) searchParams.set(name, value);
  return { ...options, searchParams };
}

/** A redirect is not followed: older browsers take the header along, to whatever origin it leads. */
function withHeader(options: RequestOptions, authorization: string): RequestOptions {
  return { ...options, headers: { authorization }, redirect: 'manual' };
}

/** A file of text may be far larger than anyone reads: the rest is not even transferred. */
async function readText(response: Response, maxBytes: number): Promise<{ text: string; whole: boolean }> {
  if (!response.body) return { text: '', whole: true };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    // One chunk after the other: that is how a stream is read.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), whole: true };
    text += decoder.decode(value, { stream: true });
    bytes += value.byteLength;
    if (bytes < maxBytes) continue;
    void reader.cancel();
    return { text: text.slice(0, maxBytes), whole: false };
  }
}
