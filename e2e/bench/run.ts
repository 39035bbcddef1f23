import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { buildBundle, SCRATCH } from '../bundles';
import { findBrowser } from '../find-browser';
import { startStaticServer } from '../static-server';
import { measureFirstLoad } from './first-load';
import { tableOf } from './measure';

/** `npm run bench`: measures the production build in a real browser; prints a table, then the same as JSON. */
const bundle = { folder: join(SCRATCH, '..', 'bench'), base: '/' };
await buildBundle(bundle);
const server = await startStaticServer(bundle);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
try {
  const measures = await measureFirstLoad(browser, { url: server.url, folder: bundle.folder });
  const json = JSON.stringify({ browser: browser.version(), measures }, null, 2);
  mkdirSync(SCRATCH, { recursive: true });
  writeFileSync(join(SCRATCH, '..', 'bench.json'), json);
  console.log(`\n${tableOf(measures)}\n\n${json}`);
} finally {
  await browser.close();
  await server.close();
}
