import { describe, expect, it, vi } from 'vitest';
import { createCollection, deleteCollection } from '~/api/collections';
import { NO_ROOM } from '~/contract/upload';
import { holdBack, png, setUpImport, sourceOf, wholePng } from '~/testing/import-sessions';
import type { FoundItem } from './found-file';
import { countRetryable } from './import-state';
import { problemText } from './import-text';

describe('createImportStore', () => {
  it('brings files into the library and the collection they are meant for', async () => {
    const { bring, client, read, listener } = setUpImport();
    const collection = await createCollection(client, 'Props');
    const session = await bring([png('a.png'), png('b.png')], {
      target: { collectionId: collection.id, name: 'Props' },
    });
    expect(session.counts).toMatchObject({ imported: 2, failed: 0, waiting: 0 });
    expect(session.bytes.sent).toBe(session.bytes.found);
    expect(await read(`collections/${collection.id}`)).toMatchObject({ collection: { assetCount: 2 } });
    expect(listener.onWave).toHaveBeenCalledWith(expect.anything(), [collection.id]);
    expect(listener.onDone).toHaveBeenCalledOnce();
  });

  it('refuses a bad file by name with the reason and goes on with the others', async () => {
    const { bring } = setUpImport();
    const noise = new File([new Uint8Array([0, 1, 2, 3])], 'noise.png');
    const session = await bring([
      { kind: 'file', path: 'empty.png', file: new File([], 'empty.png') },
      { kind: 'file', path: 'noise.png', file: noise },
      { kind: 'unreadable', path: 'gone.png', reason: 'It was moved.' },
      { kind: 'skipped', path: '.DS_Store' },
      png('good.png'),
    ]);
    expect(session.files.map(({ path, state, reason }) => [path, state, reason])).toEqual([
      ['empty.png', 'failed', 'The file is empty (0 bytes).'],
      ['noise.png', 'failed', 'noise.png is broken or of an unknown kind: its beginning matches none'],
      ['gone.png', 'failed', 'It was moved.'],
      ['good.png', 'imported', undefined],
    ]);
    expect(session.skipped).toBe(1);
    expect(countRetryable(session)).toBe(1);
  });

  it('ends where nothing that failed can be tried again', async () => {
    const { bring, store, done } = setUpImport();
    const session = await bring([
      { kind: 'file', path: 'empty.png', file: new File([], 'empty.png') },
      { kind: 'unreadable', path: 'gone.png', reason: 'It was moved.' },
    ]);
    store.retryFailed(session.id);
    expect((await done(session.id)).counts).toMatchObject({ failed: 2, waiting: 0 });
  });

  it('links a file whose bytes the library has, in this session or before', async () => {
    const { bring, read } = setUpImport();
    expect((await bring([png('a.png', 'same'), png('b.png', 'same')])).counts).toMatchObject({
      imported: 1,
      linked: 1,
    });
    expect((await bring([png('c.png', 'same')])).counts).toMatchObject({ imported: 0, linked: 1 });
    expect(await read('assets?sortBy=createdAt')).toMatchObject({ assets: [{}] });
  });

  it('sends while the folder is still read, and brings every file of it in', async () => {
    const { store, until, done } = setUpImport();
    const first = holdBack();
    async function* items() {
      for (let index = 0; index < 60; index += 1) yield png(`big/${index}.png`);
      await first.promise;
      for (let index = 60; index < 120; index += 1) yield png(`big/${index}.png`);
    }
    const id = store.start({ target: {}, source: { hasFolders: true, items: items() } });
    const early = await until(id, ({ counts }) => counts.imported === 60);
    expect(early.reading).toBe(true);
    first.release();
    expect((await done(id)).counts.imported).toBe(120);
  });

  it('pauses, goes on, and after a cancel keeps what is done', async () => {
    let announced = 0;
    const gates = [10, 30].map((at) => ({ at, ...holdBack() }));
    const { store, until, done } = setUpImport((request) => {
      if (!request.url.endsWith('/uploads')) return undefined;
      announced += 1;
      return gates.findLast(({ at }) => announced > at)?.promise;
    });
    const items = Array.from({ length: 60 }, (_, index) => png(`${index}.png`));
    const id = store.start({ source: sourceOf(items), target: {} });
    await until(id, ({ counts }) => counts.imported === 10);
    store.pause(id);
    gates[0]?.release();
    const paused = await until(id, ({ status }) => status === 'paused');
    expect(paused.counts).toMatchObject({ imported: 10, uploading: 6, waiting: 44 });
    store.resume(id);
    await until(id, ({ counts }) => counts.imported === 30);
    store.cancel(id);
    gates[1]?.release();
    const { counts, files } = await done(id);
    expect(counts).toMatchObject({ imported: 30, cancelled: 30, uploading: 0, waiting: 0 });
    expect(files.slice(0, 30).every(({ state }) => state === 'imported')).toBe(true);
  });

  it('counts as imported what was being completed when it was cancelled, whatever becomes of the answers', async () => {
    const gate = holdBack();
    let completing = 0;
    const { store, done, read } = setUpImport(async (request, answer) => {
      if (!request.url.endsWith('/action')) return undefined;
      completing += 1;
      const isLost = completing === 1;
      const answered = await answer();
      await gate.promise;
      if (isLost) throw new TypeError('Failed to fetch');
      return answered;
    });
    const items = Array.from({ length: 20 }, (_, index) => png(`${index}.png`));
    const id = store.start({ source: sourceOf(items), target: {} });
    await vi.waitFor(() => expect(completing).toBe(6));
    store.cancel(id);
    gate.release();
    const { counts } = await done(id);
    expect(counts).toMatchObject({ imported: 6, cancelled: 14 });
    expect(await read('assets')).toMatchObject({
      assets: Array.from({ length: 6 }, () => ({})),
    });
  });

  it('has no more of large files in memory than three parts', async () => {
    const gate = holdBack();
    let announced = 0;
    const { store, done } = setUpImport((request) => {
      if (!request.url.endsWith('/uploads')) return undefined;
      announced += 1;
      return gate.promise;
    });
    const large = new Uint8Array(9 * 1024 * 1024);
    const items = Array.from({ length: 5 }, (_, index): FoundItem => {
      const path = `${index}.bin`;
      return { kind: 'file', path, file: new File([large], path) };
    });
    const id = store.start({ source: sourceOf(items), target: {} });
    await vi.waitFor(() => expect(announced).toBe(3));
    store.cancel(id);
    gate.release();
    expect((await done(id)).counts.cancelled).toBe(5);
    expect(announced).toBe(3);
  });

  it('tries failed files again when asked', async () => {
    let broken = true;
    const { bring, store, done } = setUpImport((request) =>
      broken && request.url.includes('/upload/')
        ? Response.json({ reason: 'No.' }, { status: 400 })
        : undefined,
    );
    const session = await bring([png('a.png'), png('b.png')]);
    expect(session.files.map(({ reason }) => reason)).toEqual(['No.', 'No.']);
    broken = false;
    store.retryFailed(session.id);
    expect((await done(session.id)).counts).toMatchObject({ imported: 2, failed: 0 });
  });

  it('stops on a full disk, keeps what fitted, and goes on when there is room', async () => {
    let room = 2;
    const { store, until, done } = setUpImport((request) => {
      if (!request.url.includes('/upload/')) return undefined;
      room -= 1;
      return room < 0 ? Response.json({ reason: 'No room.' }, { status: 507 }) : undefined;
    });
    const items = Array.from({ length: 8 }, (_, index) => png(`${index}.png`));
    const id = store.start({ source: sourceOf(items), target: {} });
    const stopped = await until(id, ({ problem, counts }) => problem !== undefined && counts.imported === 2);
    expect(stopped).toMatchObject({ status: 'paused', problem: { kind: 'disk-full' } });
    expect(stopped.counts.failed).toBe(0);
    room = 100;
    store.resume(id);
    expect((await done(id)).counts.imported).toBe(8);
  });

  it('lets a file wait with the others that the workspace itself found no room for', async () => {
    let full = true;
    const { store, until, done } = setUpImport(async (request, answer) => {
      const isAsked = request.method === 'GET' && request.url.includes('/uploads/');
      if (!full || !isAsked) return undefined;
      const { upload } = (await (await answer()).json()) as { upload: object };
      const errorMessage = `${NO_ROOM}: it needs 3 MB more`;
      return Response.json({ upload: { ...upload, status: 'failed', entityId: undefined, errorMessage } });
    });
    const id = store.start({ source: sourceOf([png('a.png'), png('b.png')]), target: {} });
    const stopped = await until(
      id,
      ({ problem, counts }) => problem !== undefined && counts.processing === 0,
    );
    expect(stopped).toMatchObject({ status: 'paused', problem: { kind: 'disk-full' } });
    expect(stopped.counts).toMatchObject({ waiting: 2, failed: 0 });
    full = false;
    store.resume(id);
    const { counts } = await done(id);
    expect(counts.failed + counts.waiting).toBe(0);
    expect(counts.imported + counts.linked).toBe(2);
  });

  it('sends a file again, and goes on, where it found no room before somebody resumed', async () => {
    const gate = holdBack();
    let asked = 0;
    const { store, until, done } = setUpImport(async (request, answer) => {
      if (request.method !== 'GET' || !request.url.includes('/uploads/')) return undefined;
      asked += 1;
      if (asked > 1) return undefined;
      const { upload } = (await (await answer()).json()) as { upload: object };
      await gate.promise;
      const errorMessage = `${NO_ROOM}: it needs 3 MB more`;
      return Response.json({ upload: { ...upload, status: 'failed', entityId: undefined, errorMessage } });
    });
    const id = store.start({ source: sourceOf([png('a.png')]), target: {} });
    await until(id, ({ counts }) => counts.processing === 1);
    store.pause(id);
    store.resume(id);
    const states = new Set<string>();
    store.subscribe(({ sessions }) => states.add(sessions[0]?.status ?? ''));
    gate.release();
    const { counts } = await done(id);
    expect(counts.imported + counts.linked).toBe(1);
    expect(states).not.toContain('paused');
  });

  it('stops when the workspace failed on three files in a row', async () => {
    const { store, until } = setUpImport((request) =>
      request.url.includes('/upload/') ? Response.json({ reason: 'Broken.' }, { status: 500 }) : undefined,
    );
    const items = Array.from({ length: 30 }, (_, index) => png(`${index}.png`));
    const id = store.start({ source: sourceOf(items), target: {} });
    const { problem } = await until(id, (session) => session.problem !== undefined);
    expect(problem?.kind).toBe('failing');
  });

  it('stops where the workspace refuses uploads', async () => {
    const { store, until } = setUpImport((request) =>
      request.method === 'POST' ? Response.json({ reason: 'Read only.' }, { status: 403 }) : undefined,
    );
    const id = store.start({ source: sourceOf([png('a.png'), png('b.png')]), target: {} });
    const { problem, counts } = await until(
      id,
      (session) => session.problem !== undefined && !session.reading,
    );
    expect(problem).toEqual({ kind: 'refused', message: 'Read only.' });
    expect(counts.failed).toBe(0);
  });

  it('stops where its collection is deleted, and goes on into the library', async () => {
    const { client, store, until, done, read } = setUpImport();
    const collection = await createCollection(client, 'Props');
    await deleteCollection(client, collection.id);
    const target = { collectionId: collection.id, name: 'Props' };
    const id = store.start({ source: sourceOf([png('a.png'), wholePng('b.png'), png('c.png')]), target });
    const stopped = await until(id, ({ problem, reading }) => problem !== undefined && !reading);
    expect(problemText(stopped)).toEqual({
      title: 'Props is no longer there',
      detail: 'Resume to import the other 3 files into the library alone.',
    });
    store.resume(id);
    const session = await done(id);
    expect(session.counts).toMatchObject({ imported: 3, failed: 0 });
    expect(session.target).toEqual({});
    expect(await read('assets')).toMatchObject({ assets: { length: 3 } });
  });

  it('survives lost answers at every step, and stores nothing twice', async () => {
    const met = new Map<string, number>();
    const { bring, read } = setUpImport(async (request, answer) => {
      const { pathname } = new URL(request.url);
      const step = `${request.method} ${pathname}`;
      const times = (met.get(step) ?? 0) + 1;
      met.set(step, times);
      // The first try of everything is lost on its way there, the second on its way back.
      if (pathname.endsWith('/get-bulk') || times > 2) return undefined;
      if (times === 2) await answer();
      throw new TypeError('network');
    });
    const session = await bring(Array.from({ length: 20 }, (_, index) => png(`${index}.png`)));
    expect(session.counts.imported).toBe(20);
    const { assets } = (await read('assets?sortBy=createdAt&pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(20);
  });

  it('makes a collection of each folder, once, and uses those of the same name', async () => {
    const { bring, read, listener } = setUpImport();
    await bring([png('Old/x.png')], { folders: { makeCollections: true, reuse: true } });
    const files = [
      png('top.png'),
      png('Old/a.png'),
      png('New/b.png'),
      png('New/c.png'),
      png('New/Deep/d.png'),
    ];
    await bring(files, { folders: { makeCollections: true, reuse: true } });
    const counts = async () => {
      const { collections } = (await read('collections?pageSize=100')) as {
        collections: { name: string; assetCount: number }[];
      };
      return collections.map(({ name, assetCount }) => `${name}: ${assetCount}`).sort();
    };
    expect(await counts()).toEqual(['New / Deep: 1', 'New: 2', 'Old: 2']);
    expect(listener.onCollectionCreated).toHaveBeenCalledTimes(3);
    await bring([png('Old/e.png')], { folders: { makeCollections: true, reuse: false } });
    expect(await counts()).toEqual(['New / Deep: 1', 'New: 2', 'Old: 1', 'Old: 2']);
  });

  it('leaves no collection of a folder none of whose files came, and makes it when a retry brings one', async () => {
    let broken = true;
    const { bring, read, listener, store, done } = setUpImport((request) =>
      broken && request.url.includes('/upload/')
        ? Response.json({ reason: 'No.' }, { status: 400 })
        : undefined,
    );
    const names = async () => {
      const { collections } = (await read('collections')) as { collections: { name: string }[] };
      return collections.map(({ name }) => name);
    };
    const { id } = await bring([png('Bad/a.png'), png('Bad/b.png')], {
      folders: { makeCollections: true, reuse: true },
    });
    expect(await names()).toEqual([]);
    expect(listener.onCollectionDropped).toHaveBeenCalledOnce();
    broken = false;
    store.retryFailed(id);
    expect((await done(id)).counts.imported).toBe(2);
    expect(await names()).toEqual(['Bad']);
  });

  it('goes on by itself when a workspace that was gone answers again', async () => {
    let gone = false;
    const { store, until, done } = setUpImport(() => {
      if (gone) throw new TypeError('network');
      return undefined;
    });
    const back = holdBack();
    async function* items() {
      yield png('first.png');
      await back.promise;
      for (let index = 0; index < 5; index += 1) yield png(`${index}.png`);
    }
    const id = store.start({ target: {}, source: { hasFolders: false, items: items() } });
    await until(id, ({ counts }) => counts.imported === 1);
    gone = true;
    back.release();
    const stopped = await until(id, ({ status }) => status === 'paused');
    expect(stopped.problem?.kind).toBe('unreachable');
    gone = false;
    expect((await done(id)).counts.imported).toBe(6);
  });

  it('stays paused when the person paused it, whatever the workspace does', async () => {
    let gone = false;
    let asked = 0;
    const { store, until } = setUpImport((request) => {
      if (request.url.includes('/collections')) asked += 1;
      if (gone) throw new TypeError('network');
      return undefined;
    });
    const hold = holdBack();
    async function* items() {
      yield png('first.png');
      await hold.promise;
      yield png('second.png');
    }
    const id = store.start({ target: {}, source: { hasFolders: false, items: items() } });
    await until(id, ({ counts }) => counts.imported === 1);
    store.pause(id);
    gone = true;
    hold.release();
    const paused = await until(id, ({ reading }) => !reading);
    expect(paused).toMatchObject({ status: 'paused', problem: undefined });
    expect(asked).toBe(0);
  });
});
