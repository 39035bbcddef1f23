import { describe, expect, it, vi } from 'vitest';
import { createCollection } from '~/api/collections';
import { NO_ROOM } from '~/contract/upload';
import { holdBack, setUpImport, sourceOf, wholePng as whole } from '~/testing/import-sessions';

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

  it('are looked for before they are sent again, and stored once', async () => {
    const lost = new Set<string>();
    let sent = 0;
    const { bring, read } = setUpImport(async (request, answer) => {
      if (!isWhole(request)) return undefined;
      sent += 1;
      const { name } = (await request.json()) as { name: string };
      if (lost.has(name)) return undefined;
      lost.add(name);
      // Half of them come through all the same; two of those look alike.
      if (lost.size % 2 === 0) await answer();
      throw new TypeError('network');
    });
    const files = [...pictures(10), whole('one/same.png', 'one'), whole('two/same.png', 'two')];
    const session = await bring(files);
    expect(session.counts).toMatchObject({ imported: 12, linked: 0, failed: 0 });
    expect(new Set(session.files.map(({ assetId }) => assetId)).size).toBe(12);
    const { assets } = (await read('assets?sortBy=createdAt&pageSize=100')) as { assets: unknown[] };
    expect(assets).toHaveLength(12);
    expect(sent).toBeGreaterThan(11);
    expect(sent).toBeLessThan(22);
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
