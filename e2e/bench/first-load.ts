import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type Measure, median } from './measure';

interface Site {
  readonly url: string;
  readonly folder: string;
}

const RUNS = 3;
const kB = (bytes: number) => bytes / 1000;

/** What a first visitor downloads and waits for until the first covers of the collection grid are there. */
export async function measureFirstLoad(browser: Browser, { url, folder }: Site): Promise<Measure[]> {
  let scripts = new Map<string, number>();
  const first: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript({ content: RECORD_FIRST_PICTURE });
    const loaded = recordScripts(context);
    const page = await context.newPage();
    await page.goto(url);
    first.push(await firstPicture(page));
    scripts = new Map(loaded);
    await page.reload();
    warm.push(await firstPicture(page));
    await context.close();
  }
  const worker = gzipSync(readFileSync(join(folder, 'sw.js')), { level: 9 }).length;
  const total = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  for (const [path, bytes] of scripts) console.log(`${kB(bytes).toFixed(1).padStart(8)} kB  ${path}`);
  return [
    { name: 'JavaScript and CSS until the first covers, gzip', unit: 'kB', value: kB(total), budget: 180 },
    { name: 'service worker, gzip', unit: 'kB', value: kB(worker), budget: 40 },
    { name: 'first picture, first visit', unit: 'ms', value: median(first), budget: 2000 },
    { name: 'first picture, warm', unit: 'ms', value: median(warm) },
  ];
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

/** Runs in the page, as text because tsx leaves calls of its own in functions: notes when a picture first has pixels. */
const RECORD_FIRST_PICTURE = `
  const look = () => {
    const shown = [...document.querySelectorAll('main img')].some(
      (image) => image.complete && image.naturalWidth > 0,
    );
    if (shown) document.documentElement.setAttribute('data-first-picture', String(performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function firstPicture(page: Page): Promise<number> {
  const root = page.locator('html[data-first-picture]');
  await root.waitFor({ state: 'attached', timeout: 30_000 });
  return Number(await root.getAttribute('data-first-picture'));
}
