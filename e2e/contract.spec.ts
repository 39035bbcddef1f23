import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { contractChecks } from '~/library/contract-suite';
import { BUNDLES, CONTRACT_PAGE } from './bundles';
import type { ContractPage } from './contract-page';
import { openCollections } from './places';
import { startStaticServer } from './static-server';

/** One page for all checks of a worker: the suite may run on a library in use. */
const test = base.extend<object, { library: Page }>({
  library: [
    async ({ browser }, provide) => {
      const script = readFileSync(join(CONTRACT_PAGE, 'contract-page.js'), 'utf8');
      const server = await startStaticServer({
        ...BUNDLES.root,
        overrides: { 'contract-page.js': script },
      });
      const page = await browser.newPage();
      await openCollections(page, server.url);
      await page.addScriptTag({ url: `${server.url}contract-page.js`, type: 'module' });
      await provide(page);
      await page.close();
      await server.close();
    },
    { scope: 'worker' },
  ],
});

test.describe('the contract, answered by the shipped service worker over IndexedDB', () => {
  for (const { name } of contractChecks) {
    test(name, async ({ library }) => {
      const failure = await library.evaluate(
        (name) => (globalThis as unknown as { contractPage: ContractPage }).contractPage.run(name),
        name,
      );
      expect(failure).toBeUndefined();
    });
  }
});
