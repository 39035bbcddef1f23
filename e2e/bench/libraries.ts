import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { findBrowser } from '../find-browser';
import type { BenchSite } from './bench-context';
import { PICTURES } from './bench-data';
import { KEPT } from './bench-site';

export const BROWSER = { executablePath: findBrowser(), args: [...BROWSER_ARGS] };

/** A browser with a profile on the disk. */
export async function launch(profile: string, { probe }: BenchSite): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    ...BROWSER,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript({ path: probe });
  return context;
}

/**
 * A copy of a profile whose library holds `assets` assets, to be done with as one likes. The library is written once
 * and kept until the code that wrote it changes; the larger ones go on from the smaller.
 */
export async function copyOfLibrary(
  site: BenchSite,
  sizes: readonly number[],
  assets: number,
): Promise<string> {
  const kept = await keptLibrary(site, sizes, assets);
  const copy = join(KEPT, 'profile');
  rmSync(copy, { recursive: true, force: true });
  cpSync(kept, copy, { recursive: true });
  return copy;
}

async function keptLibrary(site: BenchSite, sizes: readonly number[], assets: number): Promise<string> {
  const folder = join(KEPT, `library-${assets}`);
  const mark = join(folder, 'written-by');
  const writer = createHash('sha256')
    .update(readFileSync(join(site.folder, 'bench', 'write.js')))
    .update(site.url)
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === writer) return folder;
  const smaller = sizes.filter((size) => size < assets).sort((a, b) => b - a)[0] ?? 0;
  rmSync(folder, { recursive: true, force: true });
  if (smaller > 0) cpSync(await keptLibrary(site, sizes, smaller), folder, { recursive: true });
  else mkdirSync(folder, { recursive: true });
  rmSync(mark, { force: true });
  const context = await launch(folder, site);
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await keepPictures(page, site);
  await page.goto(`${site.url}write.html`);
  const ms = await page.evaluate(([from, to]) => globalThis.writePage.write(from, to), [
    smaller,
    assets,
  ] as const);
  await context.close();
  console.log(`wrote ${assets - smaller} assets, ${(ms / (assets - smaller)).toFixed(2)} ms each`);
  writeFileSync(mark, writer);
  return folder;
}

/** Draws the pictures of all libraries once: that takes minutes. */
async function keepPictures(page: Page, site: BenchSite): Promise<void> {
  const files = ['pictures.json', 'pictures.bin'];
  if (!files.every((name) => existsSync(join(KEPT, name)))) {
    await page.goto(`${site.url}bench.html`);
    const pictures: Buffer[] = [];
    for (let from = 0; from < PICTURES; from += 500) {
      const drawn = await page.evaluate(([a, b]) => globalThis.benchPage.draw(a, b), [
        from,
        from + 500,
      ] as const);
      pictures.push(...drawn.map((text) => Buffer.from(text, 'base64')));
    }
    writeFileSync(join(KEPT, 'pictures.bin'), Buffer.concat(pictures));
    writeFileSync(join(KEPT, 'pictures.json'), JSON.stringify(pictures.map(({ length }) => length)));
  }
  for (const name of files) cpSync(join(KEPT, name), join(site.folder, 'bench', name));
}
