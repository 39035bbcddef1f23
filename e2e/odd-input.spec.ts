import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPlace, tilesOf } from './places';
import { a1111File, comfyFile, jpegFile, pngFile, pngFiles, type TestFile, textFile } from './test-files';

test.describe('files as they come', () => {
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
