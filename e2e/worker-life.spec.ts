import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { firstPage, startBrowser } from './browser-with-profile';
import { BUNDLES } from './bundles';
import { expect, siteUrl, test } from './fixtures';
import { createCollection } from './library-calls';
import { collectionCard, collectionCards, openCollections } from './places';
import { startStaticServer } from './static-server';

test.describe('the built-in library', () => {
  test('is there on the first visit, with its sample collections', async ({ page }) => {
    await openCollections(page);
    await expect.poll(() => collectionCards(page).count()).toBeGreaterThanOrEqual(8);
  });

  test('keeps what is in it through a reload and a hard reload', async ({ page, context }) => {
    await openCollections(page);
    await createCollection(page, 'Kept through reloads');
    await page.reload();
    await expect(collectionCard(page, 'Kept through reloads')).toBeVisible();

    // Shift + reload: the page starts without any worker.
    const browser = await context.newCDPSession(page);
    const loaded = page.waitForEvent('load');
    await browser.send('Page.reload', { ignoreCache: true });
    await loaded;
    await expect(collectionCard(page, 'Kept through reloads')).toBeVisible();
  });

  test('shows a second tab what the first one did', async ({ page, context }) => {
    await openCollections(page);
    await createCollection(page, 'Made in the first tab');
    const second = await context.newPage();
    await openCollections(second);
    await expect(collectionCard(second, 'Made in the first tab')).toBeVisible();
  });

  for (const site of ['root', 'sub-path'] as const) {
    test.describe(`on the ${site} deployment`, () => {
      test.use({ site });

      test('opens without a network after the first visit', async ({ page, context }) => {
        await openCollections(page);
        await createCollection(page, 'Seen with no network');
        await shellIsKept(page, site === 'root' ? BUNDLES.root.folder : BUNDLES.subPath.folder);
        await samplesAreStored(page);
        await context.setOffline(true);
        await page.reload();
        await expect(collectionCard(page, 'Seen with no network')).toBeVisible();
        await expect(page.getByText('config.json')).toHaveCount(0);
        await expect.poll(() => page.evaluate(() => document.images.length)).toBeGreaterThan(5);
        await expect
          .poll(() =>
            page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).length),
          )
          .toBe(0);
        await collectionCard(page, 'Seen with no network').click();
        await expect(page.getByRole('heading', { name: 'Seen with no network' })).toBeVisible();
        await page.reload();
        await expect(page.getByRole('heading', { name: 'Seen with no network' })).toBeVisible();
      });

      test('opens a deep link as the very first page', async ({ page }) => {
        await page.goto('./local/collections');
        await expect.poll(() => collectionCards(page).count()).toBeGreaterThanOrEqual(8);
      });
    });
  }
});

test('everything is as it was left after the browser was closed', async ({ complaints }, info) => {
  const profile = info.outputPath('profile');
  let context = await startBrowser(profile, complaints);
  await openCollections(await firstPage(context), siteUrl('root'));
  await createCollection(await firstPage(context), 'Kept through a restart');
  await context.close();

  context = await startBrowser(profile, complaints);
  const page = await firstPage(context);
  await openCollections(page, siteUrl('root'));
  await expect(collectionCard(page, 'Kept through a restart')).toBeVisible();
  await context.close();
});

test('a new release keeps what is in the library', async ({ page, closeLater }) => {
  const server = closeLater(await startStaticServer(BUNDLES.root));
  await openCollections(page, server.url);
  await createCollection(page, 'Kept through a release');
  await shellIsKept(page, BUNDLES.root.folder);
  server.deploy(BUNDLES.next.folder);
  // The old shell may answer once more while the new worker arrives behind it.
  await expect
    .poll(async () => {
      await page.reload();
      await expect(collectionCard(page, 'Kept through a release')).toBeVisible();
      return page.locator('html').getAttribute('data-release');
    })
    .toBe('next');
});

test('opens with what it kept where the host takes requests and does not answer', async ({
  page,
  closeLater,
}) => {
  const server = closeLater(await startStaticServer(BUNDLES.root));
  await openCollections(page, server.url);
  await createCollection(page, 'There all the same');
  await shellIsKept(page, BUNDLES.root.folder);
  server.stall();
  // The browser looks for a newer worker on its own; this one it has not heard of when the page opens.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    void registration?.update();
  });
  await page.reload();
  await expect(collectionCard(page, 'There all the same')).toBeVisible();
});

/** Waits until the worker has put every script and style of the release aside. */
async function shellIsKept(page: Page, folder: string): Promise<void> {
  const files = readdirSync(join(folder, 'assets')).filter((name) => /\.(js|css)$/.test(name));
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const caches = await Promise.all(
          (await window.caches.keys()).map((name) => window.caches.open(name)),
        );
        const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
        return requests.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
      }),
    )
    .toEqual(expect.arrayContaining(files));
}

/** Waits until the files of the samples are in the library and no longer on the host alone. */
async function samplesAreStored(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const databases = await indexedDB.databases();
        // Batches are written down in a database of their own.
        const name = databases.find((one) => one.name !== 'vitrine-journal')?.name ?? '';
        return new Promise((resolve) => {
          const opened = indexedDB.open(name);
          opened.addEventListener('success', () => {
            const database = opened.result;
            const read = database.transaction('facts').objectStore('facts').get('samples');
            read.addEventListener('success', () => {
              database.close();
              resolve((read.result as { value?: unknown } | undefined)?.value);
            });
          });
        });
      }),
    )
    .toBe('stored');
}
