import { describe, expect, it, vi } from 'vitest';
import { createAsset } from '~/api/assets';
import { createCollection } from '~/api/collections';
import { NO_ROOM } from '~/contract/upload';
import { holdBack, setUpImport, sourceOf, wholePng as whole } from '~/testing/import-sessions';
import { pngBytes } from '~/testing/open-upload-library';

const isWhole = ({ method, url }: Request) => method === 'POST' && url.endsWith('/v1/assets');

describe('pictures that fit one request', () => {
  const pictures = (count: number) => Array.from({ length: count }, (_, n) => whole(`${n}.png`));

  it('are sent in one, but for the first, and are in their collections', async () => {
    const sent: string[] = [];
    const { bring, client, read, listener } = setUpImport((request) => {
      sent.push(`${request.method} ${new URL(request.url).pathname.replace(/upload_\w+|\/\d+$/g, '')}`);
      return undefined;
    });
    const collection = await createCollection(client, 'Props');
    sent.length = 0;
    const session = await bring(pictures(30), { target: { collectionId: collection.id, name: 'Props' } });
    expect(session.counts).toMatchObject({ imported: 30, failed: 0 });
    expect(session.bytes.sent).toBe(session.bytes.found);
    expect(sent.filter((line) => line === 'POST /v1/assets')).toHaveLength(29);
    expect(sent.filter((line) => line === 'POST /v1/uploads')).toHaveLength(1);
    expect(await read(`collections/${collection.id}`)).toMatchObject({ collection: { assetCount: 30 } });
    const told = listener.onWave.mock.calls.flatMap(([assets]) => assets.map(({ name }) => name));
    expect(told.sort()).toEqual(
      pictures(30)
        .flatMap((item) => ('path' in item ? item.path : []))
        .sort(),
    );
  });

  it('are linked where the library has them, from this session or before', async () => {
    const { bring } = setUpImport();
    const twice = [whole('a.png'), whole('b.png', 'same'), whole('c.png', 'same')];
    expect((await bring(twice)).counts).toMatchObject({ imported: 2, linked: 1 });
    expect((await bring([whole('new.png'), ...twice])).counts).toMatchObject({ imported: 1, linked: 3 });
  });

  it('are looked for before they are sent again', async () => {
    const lost = new Set<string>();
    let sent = 0;
    const { bring, read } = setUpImport(async (request, answer) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      const { name } = (await request.json()) as { name: string };
      if (lost.has(name)) return undefined;
      lost.add(name);
      // Every second one comes through all the same.
      if (lost.size % 2 === 0) await answer();
      throw new TypeError('network');
    });
    expect((await bring(pictures(12))).counts).toMatchObject({ imported: 12, linked: 0, failed: 0 });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(12);
    // The first goes in parts; of eleven, five came through.
    expect(sent).toBe(11 + 6);
  });

  it('are sent again where another of the session looks the same', async () => {
    const thirdCame = holdBack();
    let sent = 0;
    const { bring, read } = setUpImport(async (request, answer) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      // One is lost on its way, the other comes and is answered late.
      if (sent === 1) throw new TypeError('network');
      if (sent === 3) thirdCame.release();
      const answered = await answer();
      await thirdCame.promise;
      return answered;
    });
    const session = await bring([
      whole('first.png'),
      whole('a/logo.png', 'aaaa'),
      whole('b/logo.png', 'bbbb'),
    ]);
    expect(session.counts).toMatchObject({ imported: 3, linked: 0 });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(3);
  });

  it('are sent again where one of another session of the tab looks the same', async () => {
    let sent = 0;
    const { bring, store, read, done } = setUpImport(async (request) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      if (sent > 1) return undefined;
      // Brought by itself, it goes in parts.
      await bring([whole('b/logo.png', 'bbbb')]);
      throw new TypeError('network');
    });
    const source = sourceOf([whole('first.png'), whole('a/logo.png', 'aaaa')]);
    expect((await done(store.start({ source, target: {} }))).counts).toMatchObject({ imported: 2 });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(3);
  });

  it('are sent again where somebody else’s, which is not in their collection, looks the same', async () => {
    let sent = 0;
    const { bring, client, read } = setUpImport(async (request) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      if (sent > 1) return undefined;
      const image = `data:image/png;base64,${btoa(String.fromCharCode(...pngBytes('bbbb')))}`;
      await createAsset(client, { name: 'logo.png', image }, new AbortController().signal);
      throw new TypeError('network');
    });
    const { id: collectionId } = await createCollection(client, 'Props');
    const target = { collectionId, name: 'Props' };
    await bring([whole('first.png'), whole('logo.png', 'aaaa')], { target });
    expect(await read(`collections/${collectionId}`)).toMatchObject({ collection: { assetCount: 2 } });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(3);
  });

  it('are found though the last answer was lost too', async () => {
    let tries = 0;
    const { bring, read } = setUpImport(async (request, answer) => {
      if (!isWhole(request)) return undefined;
      tries += 1;
      // Only the last of its tries comes through, late.
      if (tries === 5) await answer();
      return new Response('', { status: 504 });
    });
    expect((await bring(pictures(2))).counts).toMatchObject({ imported: 2, failed: 0 });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(2);
    expect(tries).toBe(5);
  });

  it('are looked for by a retry too', async () => {
    let tries = 0;
    let blind = true;
    const lost = () => new Response('', { status: 504 });
    const { bring, store, done } = setUpImport(async (request, answer) => {
      if (request.method === 'GET' && request.url.includes('/v1/assets?')) return blind ? lost() : undefined;
      if (!isWhole(request)) return undefined;
      tries += 1;
      if (tries === 1) await answer();
      return lost();
    });
    const { id, counts } = await bring(pictures(2));
    expect(counts).toMatchObject({ imported: 1, failed: 1 });
    const before = tries;
    blind = false;
    store.retryFailed(id);
    expect((await done(id)).counts).toMatchObject({ imported: 2, failed: 0 });
    expect(tries).toBe(before);
  });

  it('are named with the reason where they are refused', async () => {
    const { bring } = setUpImport();
    const noise = new File([new Uint8Array([0, 1, 2, 3])], 'noise.png', { type: 'image/png' });
    const { files } = await bring([whole('good.png'), { kind: 'file', path: 'noise.png', file: noise }]);
    expect(files.map(({ state, reason }) => [state, reason])).toEqual([
      ['imported', undefined],
      ['failed', 'noise.png is broken or of an unknown kind: its beginning matches none'],
    ]);
  });

  it.each([404, 405, 413])('go in parts where the workspace answers %s', async (status) => {
    let refused = 0;
    const { bring } = setUpImport((request) => {
      if (!isWhole(request)) return undefined;
      refused += 1;
      return Response.json({ reason: 'Not here.' }, { status });
    });
    expect((await bring(pictures(60))).counts).toMatchObject({ imported: 60, failed: 0 });
    expect(refused).toBeLessThan(30);
  });

  it('count as imported where they were on their way when it was cancelled, whatever becomes of the answers', async () => {
    const gate = holdBack();
    let onTheirWay = 0;
    const { store, done, read } = setUpImport(async (request, answer) => {
      if (!isWhole(request)) return undefined;
      onTheirWay += 1;
      const isLost = onTheirWay % 2 === 0;
      const answered = await answer();
      await gate.promise;
      if (isLost) throw new TypeError('Failed to fetch');
      return answered;
    });
    const id = store.start({ source: sourceOf(pictures(40)), target: {} });
    await vi.waitFor(() => expect(onTheirWay).toBe(24));
    store.cancel(id);
    gate.release();
    const { counts } = await done(id);
    expect(counts).toMatchObject({ imported: 25, cancelled: 15 });
    const { assets } = (await read('assets?pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(25);
  });

  it('are nobody’s problem once it was cancelled', async () => {
    const gate = holdBack();
    const { store, until, done } = setUpImport(async (request) => {
      if (!isWhole(request)) return undefined;
      await gate.promise;
      return Response.json({ reason: `${NO_ROOM}.` }, { status: 507 });
    });
    const id = store.start({ source: sourceOf(pictures(3)), target: {} });
    await until(id, ({ counts }) => counts.imported === 1 && counts.uploading === 2);
    store.cancel(id);
    const said = new Set<string>();
    store.subscribe(({ sessions }) => said.add(sessions[0]?.status ?? ''));
    gate.release();
    expect(await done(id)).toMatchObject({ counts: { imported: 1, cancelled: 2 } });
    expect(said).not.toContain('paused');
  });

  it('stop the session where nobody may send them any more, or three in a row get no answer', async () => {
    for (const [status, kind] of [
      [403, 'refused'],
      [500, 'failing'],
    ] as const) {
      const { store, until } = setUpImport((request) =>
        isWhole(request) ? Response.json({ reason: 'Not now.' }, { status }) : undefined,
      );
      const id = store.start({ source: sourceOf(pictures(30)), target: {} });
      const stopped = await until(id, ({ problem }) => problem !== undefined);
      expect(stopped.problem?.kind).toBe(kind);
      expect(stopped.counts.failed).toBe(kind === 'failing' ? 3 : 0);
    }
  });

  it('go on where a refusal comes that is older than the room', async () => {
    const gate = holdBack();
    const full = () => Response.json({ reason: `${NO_ROOM}.` }, { status: 507 });
    let sent = 0;
    const { store, until, done } = setUpImport(async (request) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      if (sent === 1) return full();
      return sent === 2 ? gate.promise.then(full) : undefined;
    });
    const id = store.start({ source: sourceOf(pictures(3)), target: {} });
    await until(id, ({ status }) => status === 'paused');
    store.resume(id);
    const states = new Set<string>();
    store.subscribe(({ sessions }) => states.add(sessions[0]?.status ?? ''));
    gate.release();
    expect((await done(id)).counts).toMatchObject({ imported: 3, failed: 0 });
    expect(states).not.toContain('paused');
  });

  it('wait with the others where there is no room, and go on when there is', async () => {
    let full = true;
    const { store, until, done } = setUpImport((request) =>
      full && isWhole(request) ? Response.json({ reason: `${NO_ROOM}.` }, { status: 507 }) : undefined,
    );
    const id = store.start({ source: sourceOf(pictures(5)), target: {} });
    const stopped = await until(id, ({ problem }) => problem !== undefined);
    expect(stopped).toMatchObject({ status: 'paused', problem: { kind: 'disk-full' } });
    full = false;
    store.resume(id);
    expect((await done(id)).counts).toMatchObject({ imported: 5, failed: 0 });
  });
});
