/** What goes wrong. Milliseconds and seconds as named. */
export type Fault =
  | { type: 'latency'; ms: number }
  | { type: 'rate-limit'; body?: RateLimitBody; retryAfterSeconds?: number; remainingSeconds?: number }
  | { type: 'internal-error' }
  | { type: 'bad-gateway' }
  /** A gateway that does not accept the key. */
  | { type: 'refuse-key' }
  | { type: 'drop-before' }
  | { type: 'drop-after' }
  /** No answer: until the caller gives up, or the connection ends after so many milliseconds. */
  | { type: 'hang'; ms?: number }
  | { type: 'bad-body' }
  /** Any answer: `body` as JSON, or as it is where it is text. */
  | { type: 'answer'; status: number; body?: unknown; headers?: Readonly<Record<string, string>> };

/** The forms in which a 429 has been seen. */
export type RateLimitBody = 'cooldown' | 'action' | 'text' | 'quota' | 'none';

/** Which requests a fault meets: `path` is a part of the path, `after` lets that many pass first, `times` ends it. */
export interface FaultRule {
  method?: string;
  path?: string;
  after?: number;
  times?: number;
  fault: Fault;
}

/** A connection that ends without an answer; a browser shows it as a bare TypeError, and so does this. */
export class DroppedConnection extends TypeError {}

export interface FaultyServer {
  /** Answers as the server behind it, but for the rules. Dropped connections are thrown. */
  fetch(request: Request): Promise<Response>;
  /** Replaces all rules and begins to count anew. */
  setRules(rules: readonly FaultRule[]): void;
  /** The rules with how many requests each has met. */
  rules(): readonly (FaultRule & { met: number })[];
}

/** Puts fault rules before a server, so that a failure can be made to happen on purpose. The first rule that fits counts. */
export function withFaults(answer: (request: Request) => Response | Promise<Response>): FaultyServer {
  let active: { rule: FaultRule; seen: number; met: number }[] = [];

  const take = (request: Request): Fault | undefined => {
    const { pathname, search } = new URL(request.url);
    for (const entry of active) {
      const { method, path, after = 0, times = Number.POSITIVE_INFINITY, fault } = entry.rule;
      if (method !== undefined && method.toUpperCase() !== request.method) continue;
      if (path !== undefined && !`${pathname}${search}`.includes(path)) continue;
      entry.seen += 1;
      if (entry.seen <= after || entry.met >= times) continue;
      entry.met += 1;
      return fault;
    }
    return undefined;
  };

  return {
    async fetch(request) {
      const fault = take(request);
      return fault ? applyFault(fault, request, answer) : answer(request);
    },
    setRules(rules) {
      active = rules.map((rule) => ({ rule, seen: 0, met: 0 }));
    },
    rules: () => active.map(({ rule, met }) => ({ ...rule, met })),
  };
}

async function applyFault(
  fault: Fault,
  request: Request,
  answer: (request: Request) => Response | Promise<Response>,
): Promise<Response> {
  switch (fault.type) {
    case 'latency':
      await wait(fault.ms, request.signal);
      return answer(request);
    case 'rate-limit':
      return rateLimited(fault);
    case 'internal-error':
      return internalError();
    case 'bad-gateway':
      return new Response('<html><body><h1>502 Bad Gateway</h1></body></html>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      });
    case 'refuse-key':
      return Response.json(
        { message: 'User is not authorized to access this resource' },
        { status: 403, headers: { 'x-amzn-errortype': 'AccessDeniedException' } },
      );
    case 'drop-before':
      throw new DroppedConnection('Failed to fetch');
    case 'drop-after':
      await (await answer(request)).arrayBuffer();
      throw new DroppedConnection('Failed to fetch');
    case 'hang':
      await wait(fault.ms, request.signal);
      throw new DroppedConnection('Failed to fetch');
    case 'bad-body':
      await (await answer(request)).arrayBuffer();
      return new Response('{"collections": [{"id": ', { headers: { 'content-type': 'application/json' } });
    case 'answer':
      return given(fault);
    default:
      return fault satisfies never;
  }
}

/** Waits that long, or (without a time) for ever; an abort ends it as it ends a fetch. */
function wait(ms: number | undefined, signal: AbortSignal): Promise<never> {
  return new Promise((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(() => resolve(undefined as never), ms);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('The request was aborted', 'AbortError'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** A 429 in one of its forms. */
export function rateLimited({
  body = 'cooldown',
  retryAfterSeconds,
  remainingSeconds = 1,
}: Partial<Extract<Fault, { type: 'rate-limit' }>> = {}): Response {
  const bodies: Readonly<Record<RateLimitBody, object | undefined>> = {
    cooldown: { reason: 'cooldown', remainingSeconds },
    action: { reason: 'Too many requests', details: { actionName: 'collection-assets', actionLimit: 100 } },
    text: { message: `Rate limit reached, wait ${remainingSeconds} seconds` },
    quota: { error: 'Quota exceeded for search', code: 'QUOTA_EXCEEDED' },
    none: undefined,
  };
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  const content = bodies[body];
  return content
    ? Response.json(content, { status: 429, headers })
    : new Response(null, { status: 429, headers });
}

function given({ status, body, headers = {} }: Extract<Fault, { type: 'answer' }>): Response {
  const isText = typeof body === 'string';
  const type = isText ? 'text/html' : 'application/json';
  const content = isText || body === undefined ? body : JSON.stringify(body);
  return new Response(content, { status, headers: { 'content-type': type, ...headers } });
}

function internalError(): Response {
  const now = new Date(0).toISOString();
  return Response.json(
    { id: 'fault', error: 'Something broke', apiError: 'Fault', infos: {}, createdAt: now, updatedAt: now },
    { status: 500 },
  );
}
