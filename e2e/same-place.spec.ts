import type { Locator, Page } from '@playwright/test';
import { BUNDLES } from './bundles';
import { expect, test } from './fixtures';
import { startLibraryPort } from './library-port';
import { openCollections, openPlace, tilesOf } from './places';
import { startStaticServer } from './static-server';

test.use({ viewport: { width: 900, height: 520 } });

/** The library scrolled down by hand, and a tile in the middle of it that has the keyboard. */
async function scrolledLibrary(page: Page): Promise<{ tile: Locator; top: number }> {
  await openCollections(page);
  await openPlace(page, 'Library');
  await expect(tilesOf(page, 'Assets').first()).toBeVisible();
  return scrolled(page, 'Assets');
}

async function scrolled(page: Page, grid: string): Promise<{ tile: Locator; top: number }> {
  const list = page.getByRole('listbox', { name: grid });
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 900);
  const inTheMiddle = () =>
    list.evaluate((element) => {
      const { left, width } = element.getBoundingClientRect();
      // Two heights: one of them may be a gap between rows.
      const [option] = [0.45, 0.55].flatMap((part) => {
        const under = document.elementFromPoint(left + width * 0.4, innerHeight * part);
        return under?.closest('[role=option]') ?? [];
      });
      // Far enough down that the way there was by scrolling.
      return Number(option?.getAttribute('aria-posinset')) > 4
        ? (option?.getAttribute('aria-label') ?? '')
        : '';
    });
  await expect.poll(inTheMiddle).not.toBe('');
  const chosen = await inTheMiddle();
  const tile = list.getByRole('option', { name: chosen, exact: true });
  await tile.click();
  await expect(tile).toBeFocused();
  return { tile, top: await topOf(tile) };
}

/** Opens a sample collection that is longer than the view; its name. */
async function openLongCollection(page: Page): Promise<string> {
  await openCollections(page);
  const card = page
    .getByRole('list', { name: 'Collections' })
    .getByRole('link', { name: /, 1[4-9] assets/ })
    .first();
  const name = (await card.getAttribute('aria-label'))?.replace(/, \d+ assets.*$/, '') ?? '';
  await card.click();
  await expect(tilesOf(page, `Assets of ${name}`).first()).toBeVisible();
  return name;
}

const topOf = async (tile: Locator) => Math.round((await tile.boundingBox())?.y ?? Number.NaN);

test('Back from a collection returns to the same tile at the same place, with the keyboard on it', async ({
  page,
}) => {
  const { tile, top } = await scrolledLibrary(page);
  await page.getByRole('navigation', { name: 'Collections' }).getByRole('link').first().click();
  await expect(page.getByRole('listbox', { name: /^Assets of/ })).toBeVisible();
  await page.goBack();
  await expect(tile).toBeInViewport();
  expect(await topOf(tile)).toBe(top);
  await expect(tile).toBeFocused();
});

test('a reload returns to the same tile at the same place', async ({ page }) => {
  const { tile, top } = await scrolledLibrary(page);
  await page.reload();
  await expect(tile).toBeInViewport();
  await expect.poll(() => topOf(tile)).toBe(top);
  await expect(tile).toBeFocused();
});

test('a batch leaves scroll and keyboard where they are', async ({ page }) => {
  const { tile, top } = await scrolledLibrary(page);
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Find or make a collection' })).toBeFocused();
  await page.keyboard.type('Made here');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Created Made here with 1').first()).toBeVisible();
  await expect(tile).toBeFocused();
  expect(await topOf(tile)).toBe(top);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: created Made here').first()).toBeVisible();
  await expect(tile).toBeFocused();
  expect(await topOf(tile)).toBe(top);
});

test('choosing a thumbnail returns to the collection as it was left', async ({ page }) => {
  const name = await openLongCollection(page);
  const heading = page.getByRole('heading', { level: 1, name });
  const grid = `Assets of ${name}`;
  const { tile, top } = await scrolled(page, grid);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: /^Choose thumbnail/ }).click();
  // Until then the tiles of the collection are there.
  await expect(page.getByRole('heading', { level: 1, name: `Thumbnail of ${name}` })).toBeVisible();
  const choices = page.getByRole('listbox').getByRole('option');
  await expect(choices.first()).toBeVisible();
  await choices.nth(3).click();
  await page.getByRole('button', { name: 'Set as thumbnail' }).click();
  await expect(heading).toHaveText(name);
  await expect(page.getByText(`Set the thumbnail of ${name}`).first()).toBeVisible();
  await expect(tile).toBeInViewport();
  expect(await topOf(tile)).toBe(top);
});

test('a new name leaves the collection where it is, and Back finds it there', async ({ page }) => {
  const name = await openLongCollection(page);
  const { tile: named, top } = await scrolled(page, `Assets of ${name}`);
  const label = (await named.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('F2');
  await page.keyboard.type('Under another name');
  await page.keyboard.press('Enter');
  const tile = page
    .getByRole('listbox', { name: 'Assets of Under another name' })
    .getByRole('option', { name: label, exact: true });
  await expect(tile).toBeInViewport();
  expect(await topOf(tile)).toBe(top);

  await openPlace(page, 'Library');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`Undone: renamed ${name}`, { exact: false }).first()).toBeVisible();
  await page.goBack();
  await expect(named).toBeInViewport();
  expect(await topOf(named)).toBe(top);
});

test('the wall is where it was left after a visit to another workspace', async ({ page, closeLater }) => {
  const library = closeLater(await startLibraryPort(['--assets', '10', '--collections', '90']));
  const config = { workspaces: [{ id: 'studio', name: 'Studio', baseUrl: library.url }] };
  const server = closeLater(
    await startStaticServer({ ...BUNDLES.root, overrides: { 'config.json': JSON.stringify(config) } }),
  );
  await page.goto(`${server.url}studio/collections`);
  const wall = page.getByRole('list', { name: 'Collections' });
  await expect(wall.getByRole('link').first()).toBeVisible();
  await page.mouse.move(500, 300);
  await page.mouse.wheel(0, 2500);
  const card = wall.getByRole('link', { name: /^Icons 9,/ });
  await expect(card).toBeInViewport();
  const top = await topOf(card);
  for (const [from, to] of [
    ['Studio', 'My library'],
    ['My library', 'Studio'],
  ] as const) {
    await page.getByRole('button', { name: from, exact: true }).click();
    await page.getByRole('menuitemradio', { name: to }).click();
    await expect(page.getByRole('button', { name: to, exact: true })).toBeVisible();
  }
  await expect(card).toBeInViewport();
  expect(await topOf(card)).toBe(top);
});

test('opens each place the way it was left', async ({ page }) => {
  await openCollections(page);
  await openPlace(page, 'Library');
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/layout=square/);
  await openPlace(page, 'Models');
  await openPlace(page, 'Library');
  await expect(page).toHaveURL(/layout=square/);
  await page.goto('./local/assets');
  await expect(page).toHaveURL(/layout=square/);
  await expect(page.getByRole('radio', { name: 'Squares' })).toBeChecked();
});
