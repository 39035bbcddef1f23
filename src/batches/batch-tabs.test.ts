import { QueryClient } from '@tanstack/react-query';
import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getAssetsInBulk, listAssets } from '~/api/assets';
import type { ApiClient } from '~/api/client';
import { queryKeys } from '~/api/query-keys';
import { getCollection, listCollections } from '~/api/collections';
import type { AssetId, CollectionId } from '~/contract/ids';
import { createFakeLocks } from '~/testing/fake-locks';
import { createLibraryWorkspace, type LibraryWorkspace } from '~/testing/library-workspace';
import { type Batch, isSettled } from './batch';
import { resultMessage } from './batch-message';
import type { Clock } from './clock';
import { openIndexedDbJournal } from './journal/indexed-db-journal';
import type { Journal } from './journal/journal';
import { NO_CHANGES } from './pending-changes';
import { planBatch } from './plan';
import type { Locks } from './runner-lock';
import { WorkspaceBatches } from './workspace-batches';

const props = { id: 'col_0' as CollectionId, name: 'Props' };
const hero = { id: 'col_1' as CollectionId, name: 'Hero' };
const forever = () => new Promise<never>(() => {});
let now = Date.UTC(2026, 5, 1);
const clock: Clock = {
  now: () => (now += 1),
  random: () => 0.5,
  sleep: async (ms) => void (now += ms),
};

/** A tab that may die at any point: between a request and its answer, an answer and its record. */
async function openTab(library: LibraryWorkspace, locks: Locks, dieAt = Infinity) {
  let steps = 0;
  let die = () => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const step = async () => {
    steps += 1;
    if (steps === dieAt) die();
    if (steps >= dieAt) await forever();
  };
  const around =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await step();
      const result = await call(...args);
      await step();
      return result;
    };
  const kept = await openIndexedDbJournal('test');
  const journal: Journal = {
    ...kept,
    notKept: undefined,
    load: () => kept.load(),
    read: (id) => kept.read(id),
    forget: (ids) => kept.forget(ids),
    begin: around((batch) => kept.begin(batch)),
    append: around((...entry: Parameters<Journal['append']>) => kept.append(...entry)),
  };
  const request = around((...args: unknown[]) =>
    (library.client.request as (...args: unknown[]) => Promise<unknown>)(...args),
  );
  const client = { ...library.client, request } as ApiClient;
  const queryClient = new QueryClient();
  const batches = new WorkspaceBatches({
    workspace: { ...library.workspace, client },
    queryClient,
    clock,
    journal,
    locks,
  });
  await batches.connect();
  void died.then(() => batches.close());
  return { batches, died, journal: kept, used: journal, queryClient };
}

async function start() {
  const library = await createLibraryWorkspace({ assets: 60, collections: ['Props', 'Hero'] });
  const all = await getAssetsInBulk(
    library.client,
    Array.from({ length: 60 }, (_, n) => `asset_${n}` as AssetId),
  );
  const items = (from: number, to: number) => ({
    assets: all.filter(({ id }) => {
      const n = Number(id.slice(6));
      return n >= from && n < to;
    }),
    models: [],
  });
  library.requests.length = 0;
  return { library, locks: createFakeLocks(), items };
}

async function members({ client }: LibraryWorkspace, collectionId: CollectionId): Promise<number[]> {
  const query = { collectionId, pageSize: 100, sortBy: 'createdAt' } as const;
  const page = await listAssets(client, query, new AbortController().signal);
  return page.items.map(({ id }) => Number(id.slice(6))).sort((a, b) => a - b);
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

function nameOf({ intent }: Batch): string {
  return intent.kind === 'move' && !('id' in intent.to) ? `move to ${intent.to.name}` : intent.kind;
}

/** Resolves when nothing is left to do in the tab. */
function allSettled({ store }: WorkspaceBatches): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!store.getState().batches.every(isSettled)) return;
      leave();
      resolve();
    };
    const leave = store.subscribe(look);
    look();
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a tab that dies', () => {
  it('loses nothing and sends nothing twice, wherever it dies and whatever answer is lost', async () => {
    const lostAnswers = fc.uniqueArray(fc.nat(12), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 70 }), lostAnswers, async (dieAt, losses) => {
        globalThis.indexedDB = new IDBFactory();
        const { library, locks, items } = await start();
        const refusals: string[] = [];
        let writes = 0;
        library.failWith(async ({ method, path }, send) => {
          if (method === 'GET' || path.endsWith('get-bulk')) return send();
          const answer = await send();
          if (answer.status === 400) refusals.push(`${method} ${path}`);
          writes += 1;
          if (losses.includes(writes)) throw new TypeError('Failed to fetch');
          return answer;
        });
        const { batches, died, journal } = await openTab(library, locks, dieAt);
        void batches.act({ kind: 'add', to: props, items: items(0, 60) });
        void batches.act({ kind: 'move', from: props, to: hero, items: items(0, 10) });
        void batches.act({ kind: 'move', from: props, to: { name: 'New' }, items: items(20, 23) });
        void batches.act({ kind: 'remove', from: props, items: items(50, 60) });
        await Promise.race([died, allSettled(batches)]);
        const written = (await journal.load()).batches.map(nameOf);

        const next = await openTab(library, locks);
        await batches.close();
        await allSettled(next.batches);
        const { store } = next.batches;
        await Promise.all(
          written.map(async (name) => {
            const batch = store.getState().batches.find((each) => nameOf(each) === name);
            expect(batch).toMatchObject({ state: 'done', failures: [] });
          }),
        );
        const moved = written.includes('move');
        const gone = new Set([
          ...(moved ? range(0, 10) : []),
          ...(written.includes('move to New') ? range(20, 23) : []),
          ...(written.includes('remove') ? range(50, 60) : []),
        ]);
        const inProps = range(0, 60).filter((n) => !gone.has(n));
        expect(await members(library, props.id)).toEqual(written.includes('add') ? inProps : []);
        expect(await members(library, hero.id)).toEqual(moved ? range(0, 10) : []);
        const { items: listed } = await listCollections(
          library.client,
          undefined,
          new AbortController().signal,
        );
        const made = listed.filter(({ name }) => name === 'New');
        expect(made.map(({ assetCount }) => assetCount)).toEqual(written.includes('move to New') ? [3] : []);
        expect(refusals).toEqual([]);

        // Everything is known to be this browser's doing, so all of it can be taken back.
        for (const _ of written) await next.batches.undo();
        expect(await members(library, props.id)).toEqual([]);
        expect(await members(library, hero.id)).toEqual([]);
        await next.batches.close();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe('a batch', () => {
  it('has written down every id before it is sent, and waits for no answer to be written down', async () => {
    const { library, locks, items } = await start();
    const { batches, journal } = await openTab(library, locks);
    const written = new Set<string>();
    let answersWritten = 0;
    let write = () => {};
    const lastIsSent = new Promise<void>((resolve) => (write = resolve));
    const append = journal.append.bind(journal);
    journal.append = async (...entry) => {
      const [, event] = entry;
      if (event.type === 'done') await lastIsSent;
      const key = await append(...entry);
      if (event.type === 'sending') for (const id of event.ids) written.add(id);
      if (event.type === 'done') answersWritten += 1;
      return key;
    };
    let sent = 0;
    let writtenBefore: number | undefined;
    const unwritten: string[] = [];
    library.failWith(async ({ method, ids }, send) => {
      if (method !== 'PUT') return send();
      unwritten.push(...ids.filter((id) => !written.has(id)));
      sent += ids.length;
      if (sent === 60) {
        writtenBefore = answersWritten;
        write();
      }
      return send();
    });
    const batch = await batches.act({ kind: 'add', to: props, items: items(0, 60) });
    expect(batch).toMatchObject({ state: 'done', progress: { settled: 60 } });
    expect(unwritten).toEqual([]);
    expect([writtenBefore, answersWritten]).toEqual([0, 2]);
    await batches.close();
  });
});

describe('an act that is taken back while its answer is lost', () => {
  it('is looked at and taken back by the next tab, should this one die before it has stopped', async () => {
    const { library, locks, items } = await start();
    const tab = await openTab(library, locks);
    library.failWith(async ({ method, path }, send) => {
      if (path.endsWith('get-bulk')) return forever();
      const answer = await send();
      if (method === 'PUT') throw new TypeError('Failed to fetch');
      return answer;
    });
    void tab.batches.act({ kind: 'add', to: props, items: items(0, 8) });
    await expect.poll(() => members(library, props.id)).toHaveLength(8);
    void tab.batches.undo();
    await expect
      .poll(async () => (await tab.journal.load()).batches.map(({ wish }) => wish))
      .toEqual(['take-back']);
    expect(tab.batches.undoStack.getState()).toEqual({ undo: [], redo: [] });
    await tab.batches.close();
    library.failWith(undefined);
    const next = await openTab(library, locks);
    const states = () => next.batches.store.getState().batches.map(({ state, done }) => [state, done.length]);
    const ended = ['cancelled', 'done'].map((state) => [state, 1]);
    await expect.poll(states).toEqual(ended);
    expect(await members(library, props.id)).toEqual([]);
    expect(next.batches.undoStack.getState().redo).toHaveLength(1);
    expect((await next.batches.redo())?.state).toBe('done');
    expect(await members(library, props.id)).toHaveLength(8);
    await next.batches.close();
  });
});

describe('several tabs', () => {
  it('run on one collection what two of five hand over at once, and send no id twice', async () => {
    const { library, locks, items } = await start();
    const [one, two] = [await openTab(library, locks), await openTab(library, locks)];
    const others = [
      await openTab(library, locks),
      await openTab(library, locks),
      await openTab(library, locks),
    ];
    const [first, second] = await Promise.all([
      one.batches.act({ kind: 'add', to: props, items: items(0, 40) }),
      two.batches.act({ kind: 'add', to: props, items: items(20, 60) }),
    ]);
    expect([first, second].map((batch) => resultMessage(batch))).toEqual([
      { text: 'Added 40 to Props', detail: undefined },
      { text: 'Added 20 to Props', detail: '20 already in' },
    ]);
    const sent = library.requests.flatMap(({ method, ids }) => (method === 'PUT' ? ids : []));
    expect(sent).toHaveLength(60);
    await Promise.all(others.map(({ batches }) => allSettled(batches)));
    for (const { batches } of others)
      expect(batches.store.getState().batches.map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await getCollection(library.client, props.id)).assetCount).toBe(60);
  });

  it('wait for what already runs, even if they were handed over before it', async () => {
    const { library, locks, items } = await start();
    const runner = await openTab(library, locks);
    const [early, late] = [await openTab(library, locks), await openTab(library, locks)];
    let write = () => {};
    const mayWrite = new Promise<void>((resolve) => (write = resolve));
    const begin = early.journal.begin.bind(early.journal);
    early.journal.begin = async (batch) => {
      await mayWrite;
      return begin(batch);
    };
    const { store } = runner.batches;
    library.failWith(async ({ method }, send) => {
      if (method !== 'PUT') return send();
      // The earlier one arrives while the first request of the later one is on its way.
      write();
      await expect.poll(() => store.getState().batches.length).toBe(2);
      return send();
    });
    const [first, second] = await Promise.all([
      early.batches.act({ kind: 'add', to: props, items: items(0, 40) }),
      late.batches.act({ kind: 'add', to: props, items: items(20, 60) }),
    ]);
    expect(first.createdAt).toBeLessThan(second.createdAt);
    expect([first, second].map(resultMessage)).toEqual([
      { text: 'Added 20 to Props', detail: '20 already in' },
      { text: 'Added 40 to Props', detail: undefined },
    ]);
    const sent = library.requests.flatMap(({ method, ids }) => (method === 'PUT' ? ids : []));
    expect(sent).toHaveLength(60);
  });

  it('show in a listing what another has finished by the time they hear that it began', async () => {
    const { library, locks, items } = await start();
    const [one, two] = [await openTab(library, locks), await openTab(library, locks)];
    const key = queryKeys.assetList(library.workspace.id, { collectionId: props.id });
    const empty = { pages: [{ items: [], next: undefined, unusable: 0 }], pageParams: [undefined] };
    two.queryClient.setQueryData<typeof empty>(key, empty);
    let hear = () => {};
    const mayHear = new Promise<void>((resolve) => (hear = resolve));
    const read = two.used.read.bind(two.used);
    two.used.read = async (id) => {
      await mayHear;
      return read(id);
    };
    await one.batches.act({ kind: 'add', to: props, items: items(0, 8) });
    hear();
    await expect.poll(() => two.batches.store.getState().batches.map(({ state }) => state)).toEqual(['done']);
    expect(two.queryClient.getQueryData<typeof empty>(key)?.pages[0]?.items).toHaveLength(8);
  });

  it('show, pause, cancel and take back what another runs', async () => {
    const { library, locks, items } = await start();
    const [runner, other] = [await openTab(library, locks), await openTab(library, locks)];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    library.failWith(async ({ method }, send) => {
      if (method === 'PUT') await held;
      return send();
    });
    const settled = runner.batches.act({ kind: 'add', to: props, items: items(0, 60) });
    const { store } = other.batches;
    await new Promise<void>((resolve) =>
      store.subscribe(({ changes }) => changes.assets.size === 60 && resolve()),
    );
    const [shown] = store.getState().batches;
    other.batches.cancel(shown?.id ?? '');
    await new Promise<void>((resolve) => {
      runner.batches.store.subscribe(({ batches }) => batches[0]?.wish === 'cancel' && resolve());
    });
    release();
    expect((await settled).state).toBe('cancelled');
    await allSettled(other.batches);
    expect(store.getState().batches[0]).toMatchObject({ state: 'cancelled', done: [{ kind: 'add' }] });
    expect((await other.batches.undo())?.state).toBe('done');
    expect(await members(library, props.id)).toEqual([]);
    expect(runner.batches.undoStack.getState()).toEqual(other.batches.undoStack.getState());
  });

  it('keep what can be undone and forget what is older', async () => {
    const { library, locks } = await start();
    const { batches, journal } = await openTab(library, locks);
    for (const n of range(0, 70)) {
      const id = `old-${n}`;
      const intent = { kind: 'add', to: props, items: { assets: [], models: [] } } as const;
      await journal.begin({ ...planBatch(intent, { id, workspaceId: 'test', now: n, changes: NO_CHANGES }) });
      await journal.append(id, { type: 'state', state: 'done', at: now }, []);
    }
    await batches.close();
    await openTab(library, locks);
    await expect.poll(async () => (await journal.load()).batches.length).toBe(60);
    expect((await journal.load()).batches.at(-1)?.id).toBe('old-69');
  });

  it('refuse a batch before its first request where it cannot be written down', async () => {
    const { library, locks, items } = await start();
    const { batches, journal } = await openTab(library, locks);
    const full = new WorkspaceBatches({
      workspace: library.workspace,
      queryClient: new QueryClient(),
      clock,
      locks,
      journal: {
        ...journal,
        notKept: undefined,
        load: () => journal.load(),
        read: (id) => journal.read(id),
        append: (...entry) => journal.append(...entry),
        begin: () => Promise.reject(new DOMException('No room', 'QuotaExceededError')),
      },
    });
    const batch = await full.act({ kind: 'add', to: props, items: items(0, 5) });
    expect(resultMessage(batch).text).toBe('Not added: 5 to Props');
    expect(resultMessage(batch).detail).toMatch(/^Nothing was sent: the browser has no room/);
    expect(full.store.getState().changes.assets.size).toBe(0);
    expect(library.requests).toEqual([]);
    expect(batches.store.getState().batches).toEqual([]);
  });
});
