// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { holdBack, setUpImport, sourceOf, wholePng } from '~/testing/import-sessions';
import { watchLeaving } from './watch-leaving';

const notes = () => Object.keys(localStorage).filter((key) => key.startsWith('vitrine.unread.local.'));

beforeEach(() => localStorage.clear());

it('leaves no note of an import that has ended and been taken off the list while another goes on', async () => {
  const [first, second] = [holdBack(), holdBack()];
  const { store, done, until } = setUpImport((request) => {
    if (request.method !== 'POST') return undefined;
    return request
      .clone()
      .json()
      .then(async (body: { name?: string; fileName?: string }) => {
        const name = body.name ?? body.fileName;
        if (name === 'a.png') await first.promise;
        if (name === 'b.png') await second.promise;
        return undefined;
      });
  });
  watchLeaving(store, 'local');
  const a = store.start({ source: sourceOf([wholePng('a.png')]), target: {} });
  const b = store.start({ source: sourceOf([wholePng('b.png')]), target: {} });
  for (const id of [a, b]) await until(id, ({ counts, reading }) => counts.uploading === 1 && !reading);
  window.dispatchEvent(new Event('pagehide'));
  expect(notes()).toHaveLength(2);
  first.release();
  await done(a);
  store.dismiss(a);
  second.release();
  await done(b);
  expect(notes()).toEqual([]);
});
