import { join } from 'node:path';
import type { Locator, Page, Request } from '@playwright/test';
import { dropFromDisk, writeFolder } from './drop-files';
import { formatBytes } from '../src/ui/format-facts';
import { expect, siteUrl, test } from './fixtures';
import { callLibrary } from './library-calls';
import { openPlace } from './places';
import { noiseFiles, noisePictures, pngFiles, type TestFile } from './test-files';

test.describe('an import that takes a while', () => {
  const COUNT = 150;
  const files = pngFiles(COUNT, 'slow', { width: 12, height: 8 });

  /** Begins, and pauses; what was on its way then is finished there, and counted. */
  const beginAndPause = async (page: Page): Promise<Locator> => {
    const onTheirWay = new Set<Request>();
    page.on('request', (request) => {
      const isPicture = request.method() === 'POST' && request.url().endsWith('/v1/assets');
      if (isPicture || request.url().includes('/v1/uploads')) onTheirWay.add(request);
    });
    page.on('requestfinished', (request) => onTheirWay.delete(request));
    page.on('requestfailed', (request) => onTheirWay.delete(request));
    const session = await begin(page, files);
    await session.getByRole('button', { name: 'Pause' }).click();
    await expect(session.getByText(new RegExp(`^Paused: \\d+ of ${COUNT} imported$`))).toBeVisible();
    await expect
      .poll(async () => {
        const sending = onTheirWay.size;
        const there = await importedCount(page, 'slow');
        const said = await session.getByText(/^Paused: /).textContent();
        return {
          said,
          sending: sending + onTheirWay.size,
          counts: said === `Paused: ${there} of ${COUNT} imported`,
        };
      })
      .toMatchObject({ sending: 0, counts: true });
    await expect(session.getByText(/being processed/)).toHaveCount(0);
    return session;
  };

  test('waits when paused, finishes what it had begun, and goes on', async ({ page }) => {
    const session = await beginAndPause(page);
    expect(await importedCount(page, 'slow')).toBeLessThan(COUNT);
    await session.getByRole('button', { name: 'Resume' }).click();
    await expect(session.getByText(`Imported ${COUNT} into the library`)).toBeVisible();
    expect(await importedCount(page, 'slow')).toBe(COUNT);
  });

  test('keeps what came before it was cancelled, and says how much did not', async ({ page }) => {
    const session = await begin(page, files);
    await session.getByRole('button', { name: 'Cancel' }).click();
    const result = session.getByText(/^Imported \d+ into the library · \d+ not imported$/);
    await expect(result).toBeVisible();
    const [imported = -1, left = -1] =
      (await result.textContent())?.match(/\d+/g)?.map((digits) => Number(digits)) ?? [];
    expect(imported + left).toBe(COUNT);
    expect(left).toBeGreaterThan(0);
    expect(await importedCount(page, 'slow')).toBe(imported);
  });

  test('asks before its tab is closed, and lists at the next start what was not read', async ({
    page,
    context,
  }) => {
    await beginAndPause(page);

    await leave(page);

    const next = await context.newPage();
    await next.goto('./local/collections');
    await expect(next.getByText(/^\d+ files not read$/)).toBeVisible();
    await next.getByRole('button', { name: 'Show', exact: true }).click();
    const unread = next.getByRole('region', { name: 'Files that were not read' });
    await expect(unread.getByRole('heading')).toHaveText(
      /^These \d+ files were not read; choose them again$/,
    );
    const listed = Number((await unread.getByRole('heading').textContent())?.match(/\d+/)?.[0]);
    expect(await importedCount(next, 'slow')).toBe(COUNT - listed);
    const names = unread.getByRole('group');
    // A few stand open.
    if (listed > 20) await names.getByText('Names of the files').click();
    await expect(names.getByRole('listitem')).toHaveCount(listed);
    await expect(names.getByText(`slow-${COUNT}.png`)).toBeVisible();
    await unread.getByRole('button', { name: 'Forget these' }).click();
    await expect(unread).toHaveCount(0);
    await next.reload();
    await expect(next.getByRole('heading', { name: 'Imports of this tab' })).toBeVisible();
    await expect(unread).toHaveCount(0);
  });

  test('lists nothing that the library took although the tab no longer heard of it', async ({
    page,
    context,
  }) => {
    const session = await begin(page, files);
    await session.getByRole('button', { name: 'Pause' }).click();
    // Up to 24 pictures are on their way now; what is there of them waits until another tab deals with it.
    await leave(page);

    const next = await context.newPage();
    await next.goto('./local/import');
    const unread = next.getByRole('region', { name: 'Files that were not read' });
    await expect
      .poll(async () => {
        const waiting = await waitingUploads(next);
        const there = (await importedAssets(next, 'slow')).map(({ metadata }) => metadata.name ?? '');
        const listed = await unread.locator('li').allTextContents();
        const both = listed.filter((name) => there.includes(name));
        return { waiting, both, all: there.length + listed.length };
      })
      .toEqual({ waiting: 0, both: [], all: COUNT });
  });
});

test('lets a tab be closed without a question once nothing is being sent', async ({ page }) => {
  const session = await begin(page, pngFiles(3, 'done'));
  await expect(session.getByText('Imported 3 into the library')).toBeVisible();
  // By now each has a small picture, and its address says the colour.
  const done = await importedAssets(page, 'done');
  expect(done).toHaveLength(3);
  for (const { thumbnail } of done) expect(thumbnail?.url).toMatch(/#[\da-f]{6}$/);
  await session.getByRole('link', { name: 'Show imported' }).focus();
  await page.keyboard.press('Escape');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test.describe('a full disk', () => {
  test.use({ refusals: [507] });

  // Sounds come in parts, small pictures in one request each.
  for (const [what, files] of [
    ['sounds', noiseFiles(10, 'noise', 2_000_000)],
    ['pictures', noisePictures(60, 'noise', 300_000)],
  ] as const)
    test(`keeps what fitted of many ${what}, nothing half-written, says how much is needed, and goes on with room`, async ({
      page,
      context,
    }) => {
      const count = files.length;
      const size = files[0]?.buffer.length ?? 0;
      const browser = await context.newCDPSession(page);
      const giveRoom = async (bytes: number) =>
        browser.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(siteUrl('root')).origin,
          quotaSize: bytes,
        });
      // Before the first visit: the browser remembers for a while how much room there was.
      await giveRoom(16e6);
      const session = await begin(page, files);
      const alert = session.getByRole('alert');
      await expect(alert).toContainText(
        /^The disk is full: [\d.]+ MB more are needed\. What fitted is imported\./,
      );
      await expect
        .poll(async () => {
          const text = (await session.textContent()) ?? '';
          const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
          const imported = number(new RegExp(`Paused: (\\d+) of ${count} imported`));
          const left = number(/Make room for (\d+) files/);
          const processed = number(/(\d+) being processed/);
          const sizes = await importedSizes(page, 'noise');
          const missing = formatBytes(left * size);
          return {
            some: imported > 0 && left > 1,
            all: imported + left,
            processed,
            needed: text.includes(`: ${missing} more are needed`),
            whole: sizes.length === imported && sizes.every((one) => one === size),
          };
        })
        .toEqual({ some: true, all: count, processed: 0, needed: true, whole: true });

      await giveRoom(200e6);
      await session.getByRole('button', { name: 'Resume' }).click();
      await expect(session.getByText(`Imported ${count} into the library`)).toBeVisible();
      expect(await importedSizes(page, 'noise')).toEqual(Array.from({ length: count }, () => size));
    });
});

test('a chosen folder comes whole, its sub-folders as collections, counted by files and bytes', async ({
  page,
}, testInfo) => {
  const folder = writeFolder(join(testInfo.outputPath(), 'Shoot'), [
    ...pngFiles(102, 'Day one/frame', { width: 6, height: 4 }),
    ...pngFiles(8, 'Day two/take', { width: 6, height: 4, hue: 1000 }),
  ]);
  await page.goto('./local/import');
  await page.getByRole('checkbox', { name: 'Make a collection of each sub-folder' }).check();
  await page.getByLabel('Folder to import').setInputFiles(folder);
  const session = page.getByRole('region', { name: /^Import into / });
  await expect(session.getByText('Imported 110 into the library')).toBeVisible();
  await openPlace(page, 'Collections');
  await expect(page.getByRole('link', { name: 'Shoot / Day one, 102 assets' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Shoot / Day two, 8 assets' })).toBeVisible();
});

test('files dropped and pasted before the code for them is there are imported when it is', async ({
  page,
}, testInfo) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/import-anywhere-/, async (route) => {
    await arrived;
    await route.continue();
  });
  const [dropped, pasted] = pngFiles(2, 'early', { width: 12, height: 8 });
  if (!dropped || !pasted) throw new Error('No files were made');
  const folder = writeFolder(testInfo.outputPath('drop'), [dropped]);
  await page.goto('./local/collections');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const asked = page.waitForRequest(/\/import-anywhere-/);
  await dropFromDisk(page, [join(folder, dropped.name)]);
  await asked;
  await page.evaluate(
    ({ name, bytes }) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    { name: pasted.name, bytes: [...pasted.buffer] },
  );
  arrive();
  await expect.poll(() => importedCount(page, 'early')).toBe(2);
});

/** How many uploads the library has and has not dealt with: no answer of the contract tells. */
async function waitingUploads(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases().then((all) => all.filter(isLibrary));
    const database = await settled(indexedDB.open(name));
    const index = database.transaction('uploads').objectStore('uploads').index('byWaiting');
    const count = await settled(index.count());
    database.close();
    return count;

    function isLibrary({ name = '' }: IDBDatabaseInfo) {
      return name.startsWith('vitrine-library');
    }
    async function settled<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('No answer')));
      });
    }
  });
}

/** Closes a tab that asks whether it may be closed. */
async function leave(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await closed;
}

/** Chooses files on the import page; gives back what that page says of this import. */
async function begin(page: Page, files: readonly TestFile[]): Promise<Locator> {
  await page.goto('./local/import');
  // From the disk, as a person would: handed over as bytes, large files pass through the page first.
  const folder = writeFolder(test.info().outputPath('files'), files);
  await page.getByLabel('Files to import').setInputFiles(files.map(({ name }) => join(folder, name)));
  return page.getByRole('region', { name: /^Import into / });
}

interface AssetRecord {
  readonly url: string;
  readonly thumbnail?: { readonly url: string };
  readonly metadata: { readonly name?: string };
}

/** Assets of the library whose file name begins with the prefix: all that came, the newest being listed first. */
async function importedAssets(page: Page, prefix: string): Promise<AssetRecord[]> {
  const all: AssetRecord[] = [];
  let token: string | undefined;
  do {
    const from = token === undefined ? '' : `&paginationToken=${token}`;
    // Each token comes with the page before it.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await callLibrary<{ assets: AssetRecord[]; nextPaginationToken?: string }>(page, {
      path: `assets?pageSize=100${from}`,
    });
    all.push(...answer.assets);
    token = answer.nextPaginationToken;
  } while (token !== undefined);
  return all.filter(({ metadata }) => metadata.name?.startsWith(`${prefix}-`));
}

const importedCount = async (page: Page, prefix: string): Promise<number> =>
  (await importedAssets(page, prefix)).length;

/** Bytes of each original, as the library gives them out. */
async function importedSizes(page: Page, prefix: string): Promise<number[]> {
  const urls = (await importedAssets(page, prefix)).map(({ url }) => url);
  return page.evaluate(
    async (addresses) =>
      Promise.all(addresses.map(async (address) => (await (await fetch(address)).arrayBuffer()).byteLength)),
    urls,
  );
}
