import { expect, type Page, test } from '@playwright/test';
import { dropFromDisk } from './drop-files';
import { collectionCard, collectionCards, openCollections, openPlace, selectRun, tilesOf } from './places';

interface JourneyOptions {
  /** Start page of the deployment, or of the workspace. */
  readonly address: string;
  /** A folder on the disk with 45 pictures. */
  readonly folder: string;
}

/** What somebody does in the first minutes: look around, bring a folder in, make a collection, pick, undo. */
export async function doMainJourney(page: Page, { address, folder }: JourneyOptions): Promise<void> {
  await openCollections(page, address);
  await test.step('browses a collection and looks closely', async () => {
    await collectionCards(page)
      .getByRole('link', { name: /, \d+ assets/ })
      .first()
      .click();
    const tiles = page.getByRole('listbox').getByRole('option');
    await tiles.first().dblclick();
    const viewer = page.getByRole('dialog');
    await expect(viewer.getByRole('img').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
  });

  await test.step('drops a folder of pictures in', async () => {
    await openPlace(page, 'Library');
    await expect(tilesOf(page, 'Assets').first()).toBeVisible();
    await dropFromDisk(page, [folder]);
    await page.getByRole('button', { name: 'Import into the library' }).click();
    await openPlace(page, 'Import');
    await expect(page.getByText(/^Imported 45 into the library/).first()).toBeVisible();
  });

  await test.step('makes a collection and picks forty into it', async () => {
    await openPlace(page, 'Collections');
    await page.getByRole('button', { name: 'New collection' }).click();
    await page.getByRole('textbox', { name: 'Name of the new collection' }).fill('Forty of mine');
    await page.getByRole('button', { name: 'Create' }).click();
    await collectionCard(page, 'Forty of mine').click();
    await page.getByRole('link', { name: 'Add assets' }).first().click();
    await expect(page.getByRole('heading', { name: 'Add to Forty of mine' })).toBeVisible();
    await selectRun(page, tilesOf(page, 'Library').first(), 40);
    await page.getByRole('button', { name: 'Add 40 · 1 request' }).click();
    await expect(page.getByRole('heading', { name: 'Forty of mine' })).toBeVisible();
    await expect(page.getByText('Added 40 to Forty of mine').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Assets 40' })).toBeVisible();
  });

  await test.step('chooses its thumbnail', async () => {
    const tiles = tilesOf(page, 'Assets of Forty of mine');
    await tiles.nth(2).click();
    await page.getByRole('button', { name: 'Set as thumbnail' }).click();
    await expect(page.getByText('Set the thumbnail of Forty of mine').first()).toBeVisible();
  });

  await test.step('takes five out and undoes that', async () => {
    const tiles = tilesOf(page, 'Assets of Forty of mine');
    await selectRun(page, tiles.first(), 5);
    await page.getByRole('button', { name: 'Remove from Forty of mine' }).click();
    await expect(page.getByText('Removed 5 from Forty of mine').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Assets 35' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('link', { name: 'Assets 40' })).toBeVisible();
    await expect(page.getByText('Undone: removed 5 from Forty of mine').first()).toBeVisible();
  });
}

/** Everything is as the journey left it. */
export async function expectJourneyKept(page: Page, address: string): Promise<void> {
  await openCollections(page, address);
  const card = collectionCard(page, 'Forty of mine');
  await expect(card).toHaveAccessibleName('Forty of mine, 40 assets');
  await expect(card.locator('img')).toBeVisible();
  await card.click();
  await expect(page.getByRole('link', { name: 'Assets 40' })).toBeVisible();
  await expect(tilesOf(page, 'Assets of Forty of mine').first()).toBeVisible();
}
