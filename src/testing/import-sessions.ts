import { vi } from 'vitest';
import type { FileSource, FoundItem } from '~/import/found-file';
import type { ImportSession } from '~/import/import-state';
import { createImportStore, type ImportListener, type ImportRequest } from '~/import/import-store';
import type { Clock } from '~/import/patience';
import { type Intercept, openUploadLibrary, pngBytes } from './open-upload-library';

/** Waits are turns of the event loop, so that nothing here depends on how long they are. */
const clock: Clock = {
  now: () => 0,
  wait: async (_ms, signal) => {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  },
};

/** A picture whose type nobody says: it goes in parts. */
export function png(path: string, text = path): FoundItem {
  return { kind: 'file', path, file: new File([pngBytes(text)], path.split('/').at(-1) ?? path) };
}

/** Small enough, and of a type, to be sent in one request. */
export function wholePng(path: string, text = path): FoundItem {
  const file = new File([pngBytes(text)], path.split('/').at(-1) ?? path, { type: 'image/png' });
  return { kind: 'file', path, file };
}

/** A promise, and what lets it go. */
export function holdBack() {
  let release = () => {};
  const promise = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  return { promise, release };
}

export function sourceOf(items: Iterable<FoundItem>): FileSource {
  async function* stream() {
    yield* items;
  }
  return { items: stream(), hasFolders: false };
}

/** An import into an empty library in process, with what the rest of the app hears of it. */
export function setUpImport(intercept?: Intercept) {
  const { client, read } = openUploadLibrary(intercept);
  const listener = {
    onWave: vi.fn<ImportListener['onWave']>(),
    onCollectionCreated: vi.fn<ImportListener['onCollectionCreated']>(),
    onCollectionDropped: vi.fn<ImportListener['onCollectionDropped']>(),
    onDone: vi.fn<ImportListener['onDone']>(),
  };
  const store = createImportStore({ client, listener, clock, wholeAtOnce: 24 });
  const session = (id: string) => store.getState().sessions.find((one) => one.id === id);
  const until = async (id: string, test: (session: ImportSession) => boolean): Promise<ImportSession> =>
    new Promise((resolve) => {
      const look = () => {
        const now = session(id);
        if (now && test(now)) resolve(now);
        return now && test(now);
      };
      if (look()) return;
      const stop = store.subscribe(() => {
        if (look()) stop();
      });
    });
  const done = async (id: string) => until(id, ({ status }) => status === 'done');
  const bring = async (items: Iterable<FoundItem>, more: Partial<ImportRequest> = {}) =>
    done(store.start({ source: sourceOf(items), target: {}, ...more }));
  return { store, listener, until, done, read, bring, client };
}
