import ky, { type Options } from 'ky';

export interface ProbeOptions {
  /** Absolute base URL of the contract. */
  baseUrl: string;
  /** Sent as it is; undefined sends none. */
  authorization?: string | undefined;
  projectId?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

/** What came back of one request that only looks whether anybody is there. */
export type ProbeAnswer =
  | {
      kind: 'answer';
      status: number;
      /** The body as JSON; undefined where it is something else. */
      body: unknown;
      /** Whether a gateway says in a header that it did the refusing. */
      isGateway: boolean;
      /** Seconds, as the header says them where it can be read. */
      retryAfter: number | undefined;
    }
  | { kind: 'redirect' }
  /** Nobody answered, or the browser does not let this site read the answer: it does not tell which. */
  | { kind: 'nothing' };

/** Milliseconds a person waits for a verdict. */
const TIMEOUT_MS = 15_000;

/** `GET {baseUrl}/{list}?pageSize=1`, taken as it comes. Never rejects. */
export async function probe(
  list: 'collections' | 'assets' | 'models',
  options: ProbeOptions,
): Promise<ProbeAnswer> {
  const { baseUrl, authorization, projectId, fetch } = options;
  const request: Options = {
    prefixUrl: baseUrl,
    searchParams: { pageSize: 1, ...(projectId && { projectId }) },
    headers: { accept: 'application/json', ...(authorization && { authorization }) },
    // Followed, it could take the key to another origin.
    redirect: 'manual',
    cache: 'no-store',
    retry: 0,
    timeout: TIMEOUT_MS,
    throwHttpErrors: false,
    ...(fetch && { fetch }),
  };
  try {
    const response = await ky.get(list, request);
    const { status, headers, type } = response;
    if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return { kind: 'redirect' };
    const text = await response.text();
    return {
      kind: 'answer',
      status,
      body: parse(text),
      isGateway: headers.has('x-amzn-errortype'),
      retryAfter: Number(headers.get('retry-after')) || undefined,
    };
  } catch {
    return { kind: 'nothing' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
