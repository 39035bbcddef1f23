import { describe, expect, it } from 'vitest';
import type { UploadId } from '~/contract/ids';
import { createLibraryApp } from './app';
import { LAST } from './key';
import { createMemoryStorage } from './memory-storage';
import { type Storage, StorageFullError } from './storage';
import { finishUploads } from './finish-uploads';
import { claimUploads, failUpload, giveUpNewest, listWaitingUploads, readUpload } from './upload-jobs';
import { sweepUploads } from './uploads';

const NOW = new Date('2026-03-01T10:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

function library() {
  const storage = createMemoryStorage();
  let requests = 0;
  // Oldest first needs an oldest: no two requests share a moment.
  const app = createLibraryApp({ storage, now: () => later((requests += 1)) });
  const send = async (method: string, path: string, body?: unknown) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return (await app.request(`http://library.test/v1/${path}`, init)).json() as Promise<{
      upload: { id: UploadId; status: string; entityId?: string; parts?: { url: string }[] };
      [field: string]: unknown;
    }>;
  };
  const begin = async (text: string, collectionIds?: string[]) => {
    const { upload } = await send('POST', 'uploads', {
      kind: 'asset',
      fileName: 'note.txt',
      fileSize: text.length,
      contentType: 'text/plain',
      parts: 1,
      ...(collectionIds && { assetOptions: { collectionIds } }),
    });
    await app.request(upload.parts?.[0]?.url ?? '', { method: 'PUT', body: text });
    return upload.id;
  };
  const store = async (text: string) => {
    const id = await begin(text);
    await send('POST', `uploads/${id}/action`, { action: 'complete' });
    return id;
  };
  return { storage, app, send, begin, store };
}

describe('upload jobs', () => {
  it('gives every upload to one processor, and to another when the first is gone', async () => {
    const { storage, store } = library();
    const stored = [await store('one'), await store('two')];
    const first = await claimUploads(storage, 'a', { now: NOW, slots: 2 });
    const second = await claimUploads(storage, 'b', { now: NOW });
    expect([...first, ...second].map(({ id }) => id)).toEqual(stored);
    expect(await claimUploads(storage, 'c', { now: later(1000) })).toEqual([]);
    expect(await claimUploads(storage, 'a', { now: later(200_000) })).toMatchObject([{ claim: { by: 'a' } }]);
    expect(await claimUploads(storage, 'c', { now: NOW, takeOver: true })).toHaveLength(2);
    expect(await listWaitingUploads(storage)).toHaveLength(2);
  });

  it('takes a few at a time, and leaves as many to each who is free', async () => {
    const { storage, store } = library();
    for (let n = 0; n < 7; n += 1) await store(`file ${n}`);
    const sizes: number[] = [];
    for (const slots of [4, 3, 1, 1]) sizes.push((await claimUploads(storage, 'a', { slots })).length);
    expect(sizes).toEqual([2, 2, 3, 0]);
    for (let n = 0; n < 9; n += 1) await store(`more ${n}`);
    expect(await claimUploads(storage, 'a')).toHaveLength(8);
  });

  it('finishes several at once: equal bytes become one asset, in the collections of all', async () => {
    const { storage, send, begin, store } = library();
    const { collection } = (await send('POST', 'collections', { name: 'Props' })) as unknown as {
      collection: { id: string };
    };
    const first = await store('same');
    const second = await begin('same', [collection.id]);
    await send('POST', `uploads/${second}/action`, { action: 'complete' });
    const found = { kind: 'text', mimeType: 'text/plain' };
    await finishUploads(storage, [
      { id: first, found: { ...found, sha256: 'same' } },
      { id: 'upload_gone' as UploadId, found: { ...found, sha256: 'gone' } },
      { id: second, found: { ...found, sha256: 'same' } },
      { id: await store('other'), found: { ...found, sha256: 'other' } },
    ]);
    const ends = await Promise.all(
      [first, second].map(async (id) => (await send('GET', `uploads/${id}`)).upload),
    );
    expect(ends.map(({ status }) => status)).toEqual(['imported', 'imported']);
    expect(ends[1]?.entityId).toBe(ends[0]?.entityId);
    const { assets } = (await send('GET', 'assets')) as unknown as {
      assets: { id: string; collectionIds: string[] }[];
    };
    expect(assets).toHaveLength(2);
    expect(assets.find(({ id }) => id === ends[0]?.entityId)?.collectionIds).toEqual([collection.id]);
    expect(await send('GET', `collections/${collection.id}`)).toMatchObject({
      collection: { assetCount: 1 },
    });
    const chunks = await storage.read(['chunks'], (tx) => tx.range('chunks', {}));
    expect(chunks).toHaveLength(2);
  });

  it('finishes with the model the file names, adding it once', async () => {
    const { storage, send, store } = library();
    const found = { kind: 'text', mimeType: 'text/plain', modelName: 'Dream Shaper' };
    for (const text of ['one', 'two']) {
      const id = await store(text);
      const [upload] = await claimUploads(storage, 'a');
      const bytes = upload && (await readUpload(storage, upload));
      expect(new TextDecoder().decode(bytes)).toBe(text);
      await finishUploads(storage, [{ id, found: { ...found, sha256: text } }]);
      expect(await send('GET', `uploads/${id}`)).toMatchObject({ upload: { status: 'imported' } });
      const same = { index: 'byHash', from: text, to: text } as const;
      expect(await storage.read(['assets'], (tx) => tx.range('assets', same))).toHaveLength(1);
    }
    const { models } = await send('GET', 'models');
    expect(models).toMatchObject([{ name: 'Dream Shaper' }]);
    const { assets } = await send('GET', 'assets');
    const [model] = models as { id: string }[];
    expect(assets).toMatchObject([
      { metadata: { modelId: model?.id, type: 'uploaded-text', name: 'note.txt' } },
      { metadata: { modelId: model?.id } },
    ]);
  });

  it('keeps no bytes of what failed, was linked or was never completed', async () => {
    const { storage, begin, store } = library();
    await failUpload(storage, await store('bad'), 'note.txt cannot be read');
    const found = { kind: 'text', mimeType: 'text/plain', sha256: 'same' };
    await finishUploads(storage, [{ id: await store('same'), found }]);
    await finishUploads(storage, [{ id: await store('same'), found }]);
    await begin('forgotten');
    expect(await sweepUploads(storage, NOW)).toBe(0);
    expect(await sweepUploads(storage, later(25 * 60 * 60 * 1000))).toBe(1);
    const chunks = await storage.read(['chunks'], (tx) => tx.range('chunks', {}));
    expect(chunks).toHaveLength(1);
  });

  it('forgets no upload that goes on getting parts', async () => {
    const { storage, app, send } = library();
    const day = 24 * 60 * 60 * 1000;
    const body = { kind: 'asset', fileName: 'a', fileSize: 2, contentType: 'text/plain', parts: 2 };
    const { upload } = await send('POST', 'uploads', body);
    const slow = createLibraryApp({ storage, now: () => later(day) });
    await slow.request(upload.parts?.[0]?.url ?? '', { method: 'PUT', body: 'a' });
    expect(await sweepUploads(storage, later(day + 1000))).toBe(0);
    await app.request(upload.parts?.[1]?.url ?? '', { method: 'PUT', body: 'b' });
    expect(await send('POST', `uploads/${upload.id}/action`, { action: 'complete' })).toMatchObject({
      upload: { status: 'complete' },
    });
  });

  it('drops the part that found no more room, with what was left half-sent, and keeps what was whole', async () => {
    const { storage, begin, store } = library();
    const whole = await store('whole');
    await begin('half of a film');
    // Room for one chunk more.
    let room = 1;
    const full: Storage = {
      ...storage,
      write: async (tables, work) =>
        storage.write(tables, async (tx) => {
          const put: typeof tx.put = (table, record) => {
            if (table === 'chunks' && (room -= 1) < 0) throw new StorageFullError('full');
            tx.put(table, record);
          };
          return work({ ...tx, put });
        }),
    };
    const app = createLibraryApp({ storage: full });
    const size = 3 * 1024 * 1024;
    const begun = await app.request('http://library.test/v1/uploads', {
      method: 'POST',
      body: JSON.stringify({
        kind: 'asset',
        fileName: 'a',
        fileSize: size,
        contentType: 'text/plain',
        parts: 1,
      }),
    });
    const { upload } = (await begun.json()) as { upload: { parts: { url: string }[] } };
    const answer = await app.request(upload.parts[0]?.url ?? '', {
      method: 'PUT',
      body: new Uint8Array(size),
    });
    expect(answer.status).toBe(507);
    const chunks = await storage.read(['chunks'], (tx) => tx.range('chunks', {}));
    expect(chunks.map(({ fileId }) => fileId)).toEqual([whole]);
  });

  it('gives a file up on a full disk too: the bytes go before the verdict is written', async () => {
    const { storage, send, store } = library();
    const id = await store('no room');
    const full: Storage = {
      ...storage,
      write: async (tables, work) => {
        const chunks = await storage.read(['chunks'], (tx) => tx.range('chunks', {}));
        return storage.write(tables, async (tx) => {
          const put: typeof tx.put = (table, record) => {
            if (chunks.length > 0) throw new StorageFullError('full');
            tx.put(table, record);
          };
          return work({ ...tx, put });
        });
      },
    };
    await failUpload(full, id, 'The disk is full');
    expect(await send('GET', `uploads/${id}`)).toMatchObject({ upload: { status: 'failed' } });
  });

  it('gives the newest up that nobody works on, so that there is room to deal with the others', async () => {
    const { storage, send, store } = library();
    const [first, second, third] = [await store('one'), await store('two'), await store('three')];
    const bytesOf = async (id: UploadId) =>
      storage.read(
        ['chunks'],
        async (tx) => (await tx.range('chunks', { from: [id], to: [id, LAST] })).length,
      );
    await claimUploads(storage, 'a', { now: NOW, slots: 3 });
    const statuses = async () =>
      Promise.all(
        [first, second, third].map(async (id) => (await send('GET', `uploads/${id}`)).upload.status),
      );
    await giveUpNewest(storage, NOW);
    expect(await statuses()).toEqual(['validating', 'complete', 'failed']);
    expect(await bytesOf(third)).toBe(0);
    expect((await send('GET', `uploads/${third}`)).upload).toMatchObject({
      errorMessage: 'The disk is full: note.txt needs 1 MB more',
    });
    await giveUpNewest(storage, NOW);
    await giveUpNewest(storage, NOW);
    expect(await statuses()).toEqual(['validating', 'failed', 'failed']);
  });

  it('says that the disk is full, and keeps nothing of the request', async () => {
    const { storage } = library();
    const full = { ...storage, write: async () => Promise.reject(new StorageFullError('full')) };
    const app = createLibraryApp({ storage: full });
    const answer = await app.request('http://library.test/v1/collections', {
      method: 'POST',
      body: JSON.stringify({ name: 'x' }),
    });
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({ name: 'QuotaExceededError' });
  });
});
