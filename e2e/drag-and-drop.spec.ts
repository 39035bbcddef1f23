import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { createCollection } from './library-calls';
import { collectionCard, openCollections, openPlace, selectRun, tilesOf } from './places';
import { dragOver, grab } from './pointer-drag';

const sidebarLine = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation', { name: 'Collections' }).getByRole('link', { name });

const selectedTiles = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Assets' }).getByRole('option', { selected: true });

/** The library with one collection more than the samples, and its first tiles. */
async function openLibrary(page: Page): Promise<Locator> {
  await openCollections(page);
  await createCollection(page, 'Dropped');
  await openPlace(page, 'Library');
  await page.reload();
  const tiles = tilesOf(page, 'Assets');
  await expect(tiles.first()).toBeVisible();
  await expect(sidebarLine(page, 'Dropped')).toBeVisible();
  return tiles;
}

test('drags a selection from the library to the sidebar, says what it will do, and takes it back', async ({
  page,
}) => {
  const tiles = await openLibrary(page);
  await selectRun(page, tiles.first(), 5);
  await grab(page, tiles.nth(2));
  await dragOver(page, sidebarLine(page, 'Dropped'));
  await expect(page.getByText('+5', { exact: true })).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText('Added 5 to Dropped').first()).toBeVisible();
  await expect(sidebarLine(page, /^Dropped\s*5$/)).toBeVisible();
  await expect(selectedTiles(page)).toHaveCount(0);

  await test.step('what is there already is left out, and said', async () => {
    await selectRun(page, tiles.nth(3), 3);
    await grab(page, tiles.nth(4));
    await dragOver(page, sidebarLine(page, 'Dropped'));
    await expect(page.getByText('+1 · 2 already in')).toBeVisible();
    await page.mouse.up();
    await expect(page.getByText('Added 1 to Dropped').first()).toBeVisible();
  });

  await test.step('a tile that is not selected goes alone, and its neighbours stay selected', async () => {
    await selectRun(page, tiles.nth(1), 2);
    await grab(page, tiles.first());
    await dragOver(page, sidebarLine(page, 'Dropped'));
    await expect(page.getByText('already here')).toBeVisible();
    await page.mouse.up();
    await expect(page.getByText('Already in Dropped').first()).toBeVisible();
    await expect(selectedTiles(page)).toHaveCount(2);
  });

  await page.keyboard.press('Control+z');
  await expect(sidebarLine(page, /^Dropped\s*5$/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(sidebarLine(page, /^Dropped\s*0$/)).toBeVisible();
});

test('a drag that Escape ends changes nothing, and a press without a way stays a click', async ({ page }) => {
  const tiles = await openLibrary(page);
  await selectRun(page, tiles.first(), 3);
  await grab(page, tiles.first());
  await dragOver(page, sidebarLine(page, 'Dropped'));
  await expect(page.getByText('+3', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('+3', { exact: true })).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(selectedTiles(page)).toHaveCount(3);
  await expect(sidebarLine(page, /^Dropped\s*0$/)).toBeVisible();

  await tiles.nth(1).click();
  await expect(selectedTiles(page)).toHaveCount(1);
});

test('drags out of a collection over the wall onto a card; with Shift it moves', async ({ page }) => {
  const tiles = await openLibrary(page);
  await selectRun(page, tiles.first(), 3);
  await grab(page, tiles.first());
  await dragOver(page, sidebarLine(page, 'Dropped'));
  await page.mouse.up();
  await expect(sidebarLine(page, /^Dropped\s*3$/)).toBeVisible();
  await createCollection(page, 'Second');
  await sidebarLine(page, 'Dropped').click();
  await page.reload();
  const members = tilesOf(page, 'Assets of Dropped');
  await expect(members).toHaveCount(3);

  await grab(page, members.first());
  // Waiting over a place opens it, and what is dragged comes along.
  await dragOver(
    page,
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Collections' }),
  );
  const card = collectionCard(page, 'Second');
  await expect(card).toBeVisible();
  await dragOver(page, card);
  await expect(page.getByText('+1', { exact: true })).toBeVisible();
  await page.keyboard.down('Shift');
  await expect(page.getByText('Move 1', { exact: true })).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByText('Moved 1 from Dropped to Second').first()).toBeVisible();
  await expect(card).toHaveAccessibleName('Second, 1 asset');
  await expect(collectionCard(page, 'Dropped')).toHaveAccessibleName('Dropped, 2 assets');
  await expect(page.getByRole('heading', { level: 1, name: 'Collections' })).toBeVisible();
});

test('scrolls at the edge of the sidebar and of the grid while dragging, and not by dropping', async ({
  page,
}) => {
  await openCollections(page);
  for (let number = 1; number <= 40; number += 1) await createCollection(page, `Shelf ${number}`);
  const tiles = await openLibrary(page);
  const first = tiles.first();
  const top = (await first.boundingBox())?.y ?? 0;
  const lines = page.getByRole('navigation', { name: 'Collections' }).getByRole('link');
  await grab(page, first);
  const box = await page.getByRole('complementary', { name: 'Sidebar' }).boundingBox();
  if (!box) throw new Error('No sidebar');
  await page.mouse.move(box.x + 80, box.y + box.height - 60, { steps: 5 });
  await expect(lines.last()).toBeInViewport();
  const name = (await lines.nth(-3).textContent()) ?? '';
  await expect(lines.nth(-3)).toBeInViewport();
  await dragOver(page, lines.nth(-3));
  await expect(page.getByText('+1', { exact: true })).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(`Added 1 to ${name.replace(/\d+$/, '')}`).first()).toBeVisible();
  expect((await first.boundingBox())?.y).toBe(top);

  await grab(page, first);
  const main = await page.getByRole('listbox', { name: 'Assets' }).boundingBox();
  await page.mouse.move((main?.x ?? 0) + 300, 760, { steps: 5 });
  await expect(first).not.toBeInViewport();
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('opens a hidden sidebar for a drag at the edge, and hides it again', async ({ page }) => {
  const tiles = await openLibrary(page);
  await page.keyboard.press('Control+b');
  await expect(sidebarLine(page, 'Dropped')).not.toBeVisible();
  await grab(page, tiles.first());
  await page.mouse.move(3, 400, { steps: 8 });
  await expect(sidebarLine(page, 'Dropped')).toBeVisible();
  await dragOver(page, sidebarLine(page, 'Dropped'));
  await page.mouse.up();
  await expect(page.getByText('Added 1 to Dropped').first()).toBeVisible();
  await expect(sidebarLine(page, 'Dropped')).not.toBeVisible();
});
