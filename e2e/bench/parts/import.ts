import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Bench } from '../bench-context';
import { KEPT } from '../bench-site';
import { BROWSER } from '../libraries';
import type { Way } from '../pages/decode-worker';
import { openUnwatched } from '../unwatched-page';

const FILES = 60;
const FOLDER = join(KEPT, 'files');
const INPUT = `document.querySelector('input[aria-label="Files to import"]')`;

/** Files a second into an empty library, against workers that do nothing but decode and draw the same files. */
export async function measureImport({ site, figures }: Bench): Promise<void> {
  const paths = await files({ url: site.url, folder: site.folder });
  const urls = JSON.stringify(paths.map((_, n) => `bench/files/${n}.jpg`));
  for (const workers of [1, 2]) {
    const subject = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
    const browser = await chromium.launch(BROWSER);
    const page = await openUnwatched(
      browser,
      `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${workers} })`,
    );
    await page.goto(`${site.url}bench.html`);
    await page.until('globalThis.benchPage');
    const bare = await page.until<Record<Way, number>>(`benchPage.decode(${urls}, ${workers})`);
    for (const [way, rate] of Object.entries(bare)) figures.note(`bare: ${way}`, subject, 'files/s', rate);
    await page.goto(`${site.url}local/import`);
    await page.until(`${INPUT} !== null`);
    // The samples are stored and the workers' page is at its post.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const start = Date.now();
    await page.choose(INPUT, paths);
    await page.until(`document.body.innerText.includes('Imported ${FILES} into')`);
    const rate = FILES / ((Date.now() - start) / 1000);
    await browser.close();
    figures.note('import', subject, 'files/s', rate);
    figures.note('import ÷ fastest bare', subject, '×', rate / Math.max(...Object.values(bare)), {
      least: 0.7,
    });
  }
}

/** JPEGs of 2000 × 2000 pixels, about 250 kB each; drawn once. */
async function files({ url, folder }: { url: string; folder: string }): Promise<string[]> {
  if (!existsSync(FOLDER) || readdirSync(FOLDER).length < FILES) {
    mkdirSync(FOLDER, { recursive: true });
    const browser = await chromium.launch(BROWSER);
    const page = await browser.newPage();
    await page.goto(`${url}bench.html`);
    const drawn = await page.evaluate((count) => globalThis.benchPage.drawFiles(count), FILES);
    for (const [n, text] of drawn.entries()) writeFileSync(join(FOLDER, `${n}.jpg`), text, 'base64');
    await browser.close();
  }
  cpSync(FOLDER, join(folder, 'bench', 'files'), { recursive: true });
  return Array.from({ length: FILES }, (_, n) => join(FOLDER, `${n}.jpg`));
}
