import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium } from '@playwright/test';
import {
  type Bench,
  openGrid,
  reactFloorText,
  type SizedBench,
  sizeText,
  subjectsOf,
} from '../bench-context';
import { BROWSER } from '../libraries';

/** Milliseconds after which all that follows the first view is there. */
const SETTLED_MS = 3000;

const kB = (bytes: number) => bytes / 1000;

/** What a first visitor downloads and waits for until the first covers of the collection grid are there. */
export async function measureFirstLoad({ site, figures }: Bench): Promise<void> {
  const browser = await chromium.launch(BROWSER);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript({ path: site.probe });
  const loaded = recordScripts(context);
  const page = await context.newPage();
  const shown = () =>
    page.waitForFunction(() => globalThis.probe.load.firstPicture, undefined, { timeout: 30_000 });
  await page.goto(site.url);
  figures.note('first picture, first visit', 'samples', 'ms', await (await shown()).jsonValue(), {
    most: 2000,
  });
  const scripts = new Map(loaded);
  await page.reload();
  figures.note('first picture, warm', 'samples', 'ms', await (await shown()).jsonValue());
  await browser.close();
  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  for (const [path, bytes] of scripts) console.log(`${kB(bytes).toFixed(2).padStart(8)} kB  ${path}`);
  const worker = gzipSync(readFileSync(join(site.folder, 'sw.js')), { level: 9 }).length;
  figures.note('JavaScript and CSS until the first covers, gzip', 'samples', 'kB', kB(total), { most: 180 });
  figures.note('service worker, gzip', 'samples', 'kB', kB(worker), { most: 40 });
}

/** Opening the library of that size again. */
export async function measureWarmLoad(bench: SizedBench): Promise<void> {
  const { assets, figures } = bench;
  const wall = { path: 'local/collections', subject: `wall ${sizeText(assets)}`, isApp: true };
  for (const { path, subject, isApp } of [...subjectsOf(assets), wall]) {
    const page = path === wall.path ? await bench.context.newPage() : await openGrid(bench, path);
    if (path === wall.path) {
      await page.goto(`${bench.site.url}${path}`);
      await page.waitForFunction(() => globalThis.probe.load.firstPicture);
    }
    // What comes after the first view may not shift it either.
    await page.waitForTimeout(SETTLED_MS);
    const { firstPicture, full, layoutShift } = await page.evaluate(() => globalThis.probe.load);
    const floor = figures.medianOf('first picture, warm', reactFloorText(assets));
    const most = floor && isApp ? { most: floor * 1.6 } : undefined;
    figures.note('first picture, warm', subject, 'ms', firstPicture, most);
    figures.note('viewport full, warm', subject, 'ms', full);
    figures.note('CLS', subject, '', layoutShift, { most: 0 });
    await page.close();
  }
}

/** Gzip size by path of every script and style the pages of a context load; what its workers load is not counted. */
function recordScripts(context: BrowserContext): Map<string, number> {
  const sizes = new Map<string, number>();
  context.on('response', async (response) => {
    const request = response.request();
    if (request.serviceWorker() !== null || !['script', 'stylesheet'].includes(request.resourceType()))
      return;
    const body = await response.body().catch(() => undefined);
    if (body) sizes.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length);
  });
  return sizes;
}
