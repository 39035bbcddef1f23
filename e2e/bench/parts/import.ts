import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Bench } from '../bench-context';
import { KEPT } from '../bench-site';
import { BROWSER } from '../libraries';

const FILES = 60;
const FOLDER = join(KEPT, 'files');

/** Files a second into an empty library, against workers that do nothing but decode and draw the same files. */
export async function measureImport({ site, figures }: Bench): Promise<void> {
  const paths = await files({ url: site.url, folder: site.folder });
  for (const workers of [1, 2]) {
    const browser = await chromium.launch(BROWSER);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(
      `Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${workers} })`,
    );
    const page = await context.newPage();
    await page.goto(`${site.url}bench.html`);
    const names = paths.map((_, n) => `bench/files/${n}.jpg`);
    const bare = await page.evaluate(([urls, count]) => globalThis.benchPage.decode(urls, count), [
      names,
      workers,
    ] as const);
    await page.goto(`${site.url}local/import`);
    const input = page.getByLabel('Files to import');
    await input.waitFor({ state: 'attached' });
    // The samples are stored and the workers' page is at its post.
    await page.waitForTimeout(4000);
    const start = Date.now();
    await input.setInputFiles(paths);
    await page
      .getByText(new RegExp(`^Imported ${FILES} into`))
      .first()
      .waitFor({ timeout: 300_000 });
    const rate = FILES / ((Date.now() - start) / 1000);
    await browser.close();
    const subject = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
    figures.note('bare decoding and drawing', subject, 'files/s', bare);
    figures.note('import', subject, 'files/s', rate);
    figures.note('import ÷ bare', subject, '×', rate / bare, { least: 0.7 });
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
