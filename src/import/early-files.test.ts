// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { keepEarlyFiles, takeEarlyFiles } from './early-files';

/** Lets a file go over the page. */
function drop() {
  const event = new Event('drop', { cancelable: true });
  const files = [new File(['a'], 'a.png')];
  const items = files.map((file) => ({ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }));
  window.dispatchEvent(Object.assign(event, { dataTransfer: { types: ['Files'], files, items } }));
}

function taken(): number {
  let count = 0;
  takeEarlyFiles(() => (count += 1))();
  return count;
}

keepEarlyFiles();
beforeEach(() => history.replaceState(undefined, '', '/local/collections'));

it('are taken where they were let go, once', () => {
  drop();
  expect(taken()).toBe(1);
  expect(taken()).toBe(0);
});

it('are taken where the start led to', () => {
  history.replaceState(undefined, '', '/');
  drop();
  history.replaceState(undefined, '', '/local/collections');
  expect(taken()).toBe(1);
});

it.each(['/', '/local/collections'])('are not taken at another place than %s', (path) => {
  history.replaceState(undefined, '', path);
  drop();
  history.pushState(undefined, '', '/local/assets');
  expect(taken()).toBe(0);
});
