import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// A busy machine must not fail a test: what is awaited comes, only later.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout: give every element the size of a small window, so that virtual grids render rows.
if (typeof HTMLElement !== 'undefined') {
  Object.defineProperties(HTMLElement.prototype, {
    clientWidth: { configurable: true, get: () => 1024 },
    clientHeight: { configurable: true, get: () => 768 },
  });
}
