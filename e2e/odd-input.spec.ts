import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { collectionCard, openCollections, openPlace, selectRun, tilesOf } from './places';
import {
  a1111File,
  comfyFile,
  glbFile,
  jpegFile,
  pngFile,
  pngFiles,
  psdFile,
  type TestFile,
  textFile,
  wavFile,
} from './test-files';

test.describe('files as they come', () => {
  // A picture that is broken is refused at once.
  test.use({ refusals: [400] });

  test.beforeEach(async ({ page }) => {
    await page.goto('./local/import');
  });

  test('bad files are named with their reasons, the good ones beside them are imported', async ({ page }) => {
    const whole = pngFile('whole.png');
    const session = await importFiles(page, [
      pngFile('first.png', { hue: 40 }),
      { ...whole, name: 'empty.png', buffer: Buffer.alloc(0) },
      textFile('words.png', 'Not a picture at all.', 'image/png'),
      { ...whole, name: 'cut.png', buffer: whole.buffer.subarray(0, 20) },
      { ...whole, name: 'no-pixels.png', buffer: whole.buffer.subarray(0, 33) },
      pngFile('last.png', { hue: 80 }),
    ]);
    await expect(session.getByText('Imported 2 into the library · 4 failed')).toBeVisible();
    const failed = session.getByRole('list', { name: 'Files that failed' }).getByRole('listitem');
    await expect(failed).toHaveCount(4);
    await expect(failed.filter({ hasText: 'empty.png' })).toContainText('The file is empty (0 bytes).');
    await expect(failed.filter({ hasText: 'words.png' })).toContainText(
      'words.png holds text, not what its name says (.png)',
    );
    await expect(failed.filter({ hasText: 'cut.png' })).toContainText('cut.png has a broken header');
    await expect(failed.filter({ hasText: 'no-pixels.png' })).toContainText(
      'no-pixels.png is broken: it cannot be decoded',
    );
    await openPlace(page, 'Library');
    await expect(tile(page, 'first.png')).toBeVisible();
    await expect(tile(page, 'last.png')).toBeVisible();
    for (const name of ['empty.png', 'words.png', 'cut.png', 'no-pixels.png']) {
      await expect(tile(page, name)).toHaveCount(0);
    }
  });

  test('a photo that is stored on its side has the pixels it is shown with', async ({ page }) => {
    const session = await importFiles(page, [jpegFile('upright.jpg'), jpegFile('turned.jpg', 6)]);
    await expect(session.getByText('Imported 2 into the library')).toBeVisible();
    await openFacts(page, 'upright.jpg');
    await expect(fact(page, 'Pixels')).toHaveText('96 × 48');
    await closeViewer(page);
    await openFacts(page, 'turned.jpg');
    await expect(fact(page, 'Pixels')).toHaveText('48 × 96');
  });

  test('what generators write into their pictures is read, and their models appear', async ({ page }) => {
    const session = await importFiles(page, [a1111File('lighthouse.png'), comfyFile('harbour.png')]);
    await expect(session.getByText('Imported 2 into the library')).toBeVisible();
    await openFacts(page, 'lighthouse.png');
    await expect(fact(page, 'Prompt')).toHaveText('a lighthouse at dawn, oil painting');
    await expect(fact(page, 'Negative prompt')).toHaveText('blurry, text');
    await expect(fact(page, 'Seed')).toHaveText('424242');
    await expect(fact(page, 'Model')).toHaveText('seascape-xl');
    await closeViewer(page);
    await openFacts(page, 'harbour.png');
    await expect(fact(page, 'Prompt')).toHaveText('a harbour in fog');
    await expect(fact(page, 'Negative prompt')).toHaveText('people');
    await expect(fact(page, 'Seed')).toHaveText('987654321');
    await expect(fact(page, 'Model')).toHaveText(/^harbour-v2/);
    await closeViewer(page);
    await openPlace(page, 'Models');
    await expect(
      tilesOf(page, 'Models').and(page.getByRole('option', { name: 'seascape-xl' })),
    ).toBeVisible();
    await expect(
      tilesOf(page, 'Models').and(page.getByRole('option', { name: /^harbour-v2/ })),
    ).toBeVisible();
  });

  test('bytes that are there already are linked, not stored twice', async ({ page }) => {
    const once = pngFile('once.png', { hue: 200 });
    const first = await importFiles(page, [once]);
    await expect(first.getByText('Imported 1 into the library')).toBeVisible();
    const again = await importFiles(page, [
      once,
      { ...once, name: 'same-bytes.png' },
      ...pngFiles(1, 'other', { hue: 300 }),
    ]);
    await expect(
      again.getByText('Imported 1 into the library · 2 were already in the library'),
    ).toBeVisible();
    await openPlace(page, 'Library');
    await expect(tile(page, 'other-01.png')).toBeVisible();
    await expect(tile(page, 'once.png')).toHaveCount(1);
    await expect(tile(page, 'same-bytes.png')).toHaveCount(0);
  });
});

test.describe('files that no browser draws', () => {
  test('are imported with what their bytes say', async ({ page }) => {
    await page.goto('./local/import');
    const session = await importFiles(page, [
      psdFile('layers.psd', 640, 480),
      wavFile('tone.wav'),
      textFile('notes.txt', 'four words of text'),
      textFile('scene.json', '{"lights": 3}', 'application/json'),
      textFile(
        'mark.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="16"><path d="M0 0h32v16z"/></svg>',
        'image/svg+xml',
      ),
      glbFile('box.glb'),
    ]);
    await expect(session.getByText('Imported 6 into the library')).toBeVisible();
    const facts: readonly [name: string, label: string, value: string][] = [
      ['layers.psd', 'Pixels', '640 × 480'],
      ['tone.wav', 'Length', '0:01'],
      ['notes.txt', 'Words', '4'],
      ['scene.json', 'Kind', 'JSON'],
      ['mark.svg', 'Pixels', '32 × 16'],
      ['box.glb', 'Vertices', '24'],
    ];
    await openPlace(page, 'Library');
    await expect(tile(page, 'layers.psd')).toContainText('Picture');
    for (const [name, label, value] of facts) {
      await openFacts(page, name);
      await expect(fact(page, label), name).toHaveText(value);
      await closeViewer(page);
    }
  });
});

test.describe('text that looks like something else', () => {
  test.describe('a number in the address', () => {
    test.use({ refusals: [404] });

    test('is asked for as it stands, and named as unknown', async ({ page }) => {
      const asked = page.waitForRequest((request) => request.url().endsWith('/v1/assets/1e5'));
      await page.goto('./local/assets?asset=1e5');
      await asked;
      await expect(page.getByRole('heading', { name: 'There is no such asset' })).toBeVisible();
      await expect(page).toHaveURL(/\?asset=1e5$/);
    });
  });

  test('markup in names is shown as it is written, and nothing of it runs', async ({ page }) => {
    // What ran would speak on the console, what loaded would be missing: either fails the test.
    const markup = '<img src=x onerror=console.error(1)>';
    await page.goto('./local/import');
    const session = await importFiles(page, [
      pngFile(`${markup}.png`, { hue: 60 }),
      textFile(`${markup}.gif`, 'no picture', 'image/gif'),
    ]);
    await expect(session.getByText('Imported 1 into the library · 1 failed')).toBeVisible();
    await expect(session.getByText(`${markup}.gif`, { exact: true })).toBeVisible();
    await openFacts(page, `${markup}.png`);
    await expect(fact(page, 'Name')).toHaveText(`${markup}.png`);
    await closeViewer(page);
    await makeCollection(page, markup);
    await collectionCard(page, markup).click();
    await expect(page.getByRole('heading', { name: markup })).toBeVisible();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  });
});

test.describe('two tabs', () => {
  test('import at once, and both come to a whole end', async ({ page, context }) => {
    const second = await context.newPage();
    await page.goto('./local/import');
    await second.goto('./local/import');
    const [one, two] = await Promise.all([
      importFiles(page, pngFiles(12, 'firsttab', { hue: 10 })),
      importFiles(second, pngFiles(12, 'secondtab', { hue: 190 })),
    ]);
    await expect(one.getByText('Imported 12 into the library')).toBeVisible();
    await expect(two.getByText('Imported 12 into the library')).toBeVisible();
    await openPlace(page, 'Library');
    for (const prefix of ['firsttab', 'secondtab']) {
      await page.getByRole('searchbox', { name: 'Search assets' }).fill(prefix);
      await expect(tilesOf(page, 'Assets').and(page.getByRole('option', { name: prefix }))).toHaveCount(12);
      await expect(tilesOf(page, 'Assets')).toHaveCount(12);
    }
  });

  test('show each other what came, without a reload', async ({ page, context }) => {
    const second = await context.newPage();
    await openCollections(second);
    await openCollections(page);
    await makeCollection(page, 'Made next door');
    await expect(collectionCard(second, 'Made next door')).toBeVisible();
    await openPlace(second, 'Library');
    await expect(tilesOf(second, 'Assets').first()).toBeVisible();
    await openPlace(page, 'Import');
    const session = await importFiles(page, [pngFile('from-next-door.png', { hue: 130 })]);
    await expect(session.getByText('Imported 1 into the library')).toBeVisible();
    await expect(tile(second, 'from-next-door.png')).toBeVisible();
  });
});

test('sixty are added in two requests, since the library takes forty-nine at once', async ({ page }) => {
  await page.goto('./local/import');
  const session = await importFiles(page, pngFiles(60, 'many'));
  await expect(session.getByText('Imported 60 into the library')).toBeVisible();
  await makeCollection(page, 'Sixty');
  await collectionCard(page, 'Sixty').click();
  await page.getByRole('link', { name: 'Add assets' }).first().click();
  await expect(page.getByRole('heading', { name: 'Add to Sixty' })).toBeVisible();
  let requests = 0;
  page.on('request', (request) => {
    if (/\/collections\/[^/]+\/assets$/.test(request.url()) && request.method() === 'PUT') requests += 1;
  });
  await selectRun(page, tilesOf(page, 'Library').first(), 60);
  await page.getByRole('button', { name: 'Add 60 · 2 requests' }).click();
  await expect(page.getByRole('link', { name: 'Assets 60' })).toBeVisible();
  await expect(page.getByText('Added 60 to Sixty').first()).toBeVisible();
  expect(requests).toBe(2);
});

/** Makes a collection as a person does, from the list of them. */
async function makeCollection(page: Page, name: string): Promise<void> {
  await openPlace(page, 'Collections');
  await page.getByRole('button', { name: 'New collection' }).click();
  await page.getByRole('textbox', { name: 'Name of the new collection' }).fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(collectionCard(page, name)).toBeVisible();
}

/** Chooses files on the import page; gives back what that page says of this import, the newest. */
async function importFiles(page: Page, files: readonly TestFile[]): Promise<Locator> {
  const sessions = page.getByRole('region', { name: /^Import into / });
  const input = page.getByLabel('Files to import');
  await expect(input).toBeAttached();
  const before = await sessions.count();
  await input.setInputFiles([...files]);
  await expect(sessions).toHaveCount(before + 1);
  return sessions.first();
}

const tile = (page: Page, name: string): Locator =>
  tilesOf(page, 'Assets').and(page.getByRole('option', { name, exact: true }));

/** Opens an asset of the library with its facts beside it. */
async function openFacts(page: Page, name: string): Promise<void> {
  await openPlace(page, 'Library');
  await tile(page, name).dblclick();
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await page.keyboard.press('i');
  await expect(page.getByRole('complementary', { name: 'Facts' })).toBeVisible();
}

async function closeViewer(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The value of one fact by its label. */
function fact(page: Page, label: string): Locator {
  const facts = page.getByRole('complementary', { name: 'Facts' });
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) });
  return facts.locator('dl > div').filter({ has: term }).getByRole('definition');
}
