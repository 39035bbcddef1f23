import { type ApiClient, createApiClient } from '~/api/client';
import { createLibraryApp } from '~/library/app';
import { createMemoryStorage } from '~/library/memory-storage';
import { processUploads } from '~/library/process-uploads';

const ORIGIN = 'http://library.test';

/** Stands before the library: answers or fails itself, or lets the request through by answering undefined; `answer` asks the library. */
export type Intercept = (
  request: Request,
  answer: () => Promise<Response>,
) => Response | Promise<Response | undefined> | undefined;

/** An empty library in process that takes uploads. */
export function openUploadLibrary(intercept?: Intercept): {
  client: ApiClient;
  /** The JSON answer to a GET, whatever stands before the library. */
  read: (path: string) => Promise<unknown>;
} {
  const storage = createMemoryStorage();
  const app = createLibraryApp({ storage, onUploadComplete: () => void processUploads(storage, 'test') });
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const answer = async () =>
      (await intercept?.(request.clone(), async () => app.fetch(request.clone()))) ?? app.fetch(request);
    return Promise.race([answer(), abortOf(request.signal)]);
  };
  return {
    client: createApiClient({ baseUrl: `${ORIGIN}/v1`, fetch }),
    read: async (path) => (await app.request(`${ORIGIN}/v1/${path}`)).json() as Promise<unknown>,
  };
}

/** Whoever calls a request off hears no answer, although the library may have acted on it. */
async function abortOf(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Signature, and a header of one pixel by one. */
const PNG_START = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1,
];

/** Bytes that begin as a PNG and go on with `text`, so that files can be told apart. */
export function pngBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...PNG_START, ...new TextEncoder().encode(text)]);
}
