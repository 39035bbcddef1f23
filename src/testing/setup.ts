import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import type * as zustand from 'zustand/vanilla';
import { remembering, resetStores } from './fresh-stores';

vi.mock('zustand/vanilla', async (importOriginal) => {
  const original = await importOriginal<typeof zustand>();
  return { ...original, createStore: remembering(original.createStore) };
});

// A worker runs one file after the other in one window, which is much faster: each begins as if it were the first.
localStorage.clear();
sessionStorage.clear();
resetStores();

afterEach(cleanup);

// A waiting test ends as soon as what it waits for is there: long limits cost nothing and a busy machine is no failure.
configure({ asyncUtilTimeout: 45_000 });

// jsdom has no layout: give every element the size of a small window, so that virtual grids render rows.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1024 },
  clientHeight: { configurable: true, get: () => 768 },
});

// Nor does it scroll; it would say so in every test that goes from page to page.
window.scrollTo = () => undefined;
