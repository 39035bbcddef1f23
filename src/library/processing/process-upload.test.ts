import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ROOM, type Upload } from '~/contract/upload';
import { createLibraryApp } from '../app';
import { deleteFile } from '../insert-assets';
import { createMemoryStorage } from '../memory-storage';
import { type Storage, StorageFullError } from '../storage';
import { claimUploads } from '../upload-jobs';
import { processUploads } from './process-upload';

/** A library whose disk can be full: then it takes no record, though it lets go of bytes. */
function openLibrary() {
  const memory = createMemoryStorage();
  const disk = { full: false };
  const storage: Storage = {
    ...memory,
    write: async (tables, work) =>
      memory.write(tables, (tx) => {
        const put: typeof tx.put = (table, record) => {
          if (disk.full) throw new StorageFullError('full');
          tx.put(table, record);
        };
        return work({ ...tx, put });
      }),
  };
  const app = createLibraryApp({ storage });
  const ask = async (method: string, path: string, body?: object): Promise<Upload> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const answer = await app.request(`http://library.test/v1/uploads${path}`, init);
    return ((await answer.json()) as { upload: Upload }).upload;
  };
  const send = async (fileName: string, bytes: Uint8Array<ArrayBuffer>) => {
    const size = { fileSize: bytes.length, parts: 1 };
    const { id, parts } = await ask('POST', '', {
      kind: 'asset',
      fileName,
      contentType: 'text/plain',
      ...size,
    });
    await app.request(parts?.[0]?.url ?? '', { method: 'PUT', body: bytes });
    await ask('POST', `/${id}/action`, { action: 'complete' });
    return id;
  };
  const read = async (id: string) => ask('GET', `/${id}`);
  return { storage, disk, read, send };
}

const NOBODY = async () => undefined;

describe('processing uploads where the disk is full', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('makes no assets any more of a job that has ended', async () => {
    const { storage, disk, read, send } = openLibrary();
    const good = await send('good.txt', new TextEncoder().encode('Text enough to be known as such'));
    await send('noise.png', new Uint8Array([0, 1, 2, 3]));
    const uploads = await claimUploads(storage, 'a');
    const ended: string[] = [];
    disk.full = true;
    await expect(processUploads(storage, uploads, NOBODY, (ids) => ended.push(...ids))).rejects.toThrow(
      StorageFullError,
    );
    disk.full = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await read(good)).toMatchObject({ status: 'validating' });
    expect(ended).toEqual([]);
  });

  it.each([
    ['a small', 100],
    ['a streamed', 5_000_000],
  ])('takes %s upload whose bytes were given up for one that has no room', async (_size, bytes) => {
    const { storage, read, send } = openLibrary();
    const id = await send('good.txt', new TextEncoder().encode('text '.repeat(bytes / 5)));
    await storage.write(['chunks'], async (tx) => deleteFile(tx, id));
    await processUploads(storage, await claimUploads(storage, 'a'), NOBODY, () => undefined);
    const { status, errorMessage } = await read(id);
    expect(status).toBe('failed');
    expect(errorMessage?.startsWith(NO_ROOM)).toBe(true);
  });
});
