import { createHash } from 'node:crypto';
import { type ApiClient, createApiClient } from '~/api/client';
import type { UploadId } from '~/contract/ids';
import { createLibraryApp } from '~/library/app';
import { createMemoryStorage } from '~/library/memory-storage';
import type { Storage } from '~/library/storage';
import { claimNextUpload, failUpload, finishUpload, readUpload } from '~/library/upload-jobs';

const ORIGIN = 'http://library.test';

/** Stands before the library: answers or fails itself, or lets the request through by answering undefined. */
export type Intercept = (request: Request) => Response | Promise<Response | undefined> | undefined;

/** An empty library in process that takes uploads. */
export function openUploadLibrary(intercept?: Intercept): {
  client: ApiClient;
  /** The JSON answer to a GET, whatever stands before the library. */
  read: (path: string) => Promise<unknown>;
} {
  const storage = createMemoryStorage();
  const app = createLibraryApp({ storage, onUploadComplete: processUploads(storage) });
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    return (await intercept?.(request)) ?? app.fetch(request);
  };
  return {
    client: createApiClient({ baseUrl: `${ORIGIN}/v1`, fetch }),
    read: async (path) => (await app.request(`${ORIGIN}/v1/${path}`)).json() as Promise<unknown>,
  };
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

/**
 * A processor of uploads for tests of those who send them: a file called `.png` must begin as one, anything else is
 * text.
 */
function processUploads(storage: Storage): (id: UploadId) => void {
  let working: Promise<void> = Promise.resolve();
  const workOne = async () => {
    const upload = await claimNextUpload(storage, 'test');
    if (!upload) return;
    const bytes = new Uint8Array(await readUpload(storage, upload));
    const isPng = PNG.every((byte, index) => bytes[index] === byte);
    if (upload.fileName.endsWith('.png') && !isPng) {
      await failUpload(storage, upload.id, 'It is called .png but holds no picture.');
      return;
    }
    await finishUpload(storage, upload.id, {
      kind: isPng ? 'image' : 'text',
      mimeType: isPng ? 'image/png' : 'text/plain',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  };
  return () => {
    working = working.then(workOne);
  };
}

/** Bytes that begin as a PNG and go on with `text`, so that files can be told apart. */
export function pngBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...PNG, 0x0d, 0x0a, 0x1a, 0x0a, ...new TextEncoder().encode(text)]);
}
