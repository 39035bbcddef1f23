import type { Locator, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures';
import { createCollection } from './library-calls';
import { openCollections, openPlace, selectRun, tilesOf } from './places';

const sidebarLine = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation', { name: 'Collections' }).getByRole('link', { name });

async function openLibrary(page: Page, names: readonly string[]): Promise<Locator> {
  await openCollections(page);
  for (const name of names) await createCollection(page, name);
  await openPlace(page, 'Library');
  await page.reload();
  const tiles = tilesOf(page, 'Assets');
  await expect(tiles.first()).toBeVisible();
  return tiles;
}

test('files into several collections and a new one with the keyboard, takes it back at once, and repeats', async ({
  page,
}) => {
  const tiles = await openLibrary(page, ['Harbour', 'Island']);
  await selectRun(page, tiles.first(), 4);
  await page.keyboard.press('a');
  const field = page.getByRole('combobox', { name: 'Find or make a collection' });
  await expect(field).toBeFocused();
  await page.keyboard.type('harb');
  await expect(page.getByRole('button', { name: 'Add to Harbour' })).toBeEnabled();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('option', { name: /^Harbour/ })).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.type('isla');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.type('Lagoon');
  await expect(page.getByRole('button', { name: 'Add to 3' })).toBeEnabled();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Added 4 to Harbour, Island and Lagoon').first()).toBeVisible();
  for (const name of ['Harbour', 'Island', 'Lagoon'])
    await expect(sidebarLine(page, new RegExp(`^${name}\\s*4$`))).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: added 4 to Harbour, Island and Lagoon').first()).toBeVisible();
  await expect(sidebarLine(page, /^Harbour\s*0$/)).toBeVisible();
  await expect(sidebarLine(page, /^Lagoon/)).toHaveCount(0);

  await test.step('some of them are in: the tick says so', async () => {
    await tiles.first().click();
    await page.keyboard.press('a');
    await expect(field).toBeFocused();
    await page.keyboard.type('island');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Added 1 to Island').first()).toBeVisible();
    await selectRun(page, tiles.first(), 3);
    await page.keyboard.press('a');
    await expect(page.getByRole('option', { name: /^Island/ })).toHaveAttribute('aria-checked', 'mixed');
    await page.keyboard.press('Escape');
  });

  await test.step('B adds to the last one again, by its name, also after a reload', async () => {
    await page.reload();
    await selectRun(page, tiles.first(), 3);
    await expect(page.getByRole('button', { name: 'Add to Island again' })).toBeVisible();
    await page.keyboard.press('b');
    await expect(sidebarLine(page, /^Island\s*3$/)).toBeVisible();
    await expect(page.getByText('Added 2 to Island').first()).toBeVisible();
  });
});

test('pins, finds and resizes in the sidebar, and remembers it', async ({ page }) => {
  await openLibrary(
    page,
    Array.from({ length: 8 }, (_, index) => `Shelf with a rather long name, number ${index + 1}`),
  );
  const lines = page.getByRole('navigation', { name: 'Collections' }).getByRole('link');
  await sidebarLine(page, /number 3\s*0$/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Pin to the sidebar' }).click();
  await expect(lines.first()).toHaveText(/number 3/);
  await lines.first().hover();
  await expect(page.getByText('Shelf with a rather long name, number 3')).toHaveCount(2);

  const edge = page.getByRole('separator', { name: 'Width of the sidebar' });
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' });
  const box = await edge.boundingBox();
  if (!box) throw new Error('No edge');
  await page.mouse.move(box.x + box.width / 2, 300);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 100, 320, { steps: 5 });
  await page.mouse.up();
  await expect(sidebar).toHaveCSS('width', '340px');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '356');
  await expectNoAxeViolations(page);

  await page.reload();
  await expect(lines.first()).toHaveText(/number 3/);
  await expect(sidebar).toHaveCSS('width', '356px');
  await page.getByRole('searchbox', { name: 'Find a collection' }).fill('number 8');
  await expect(lines).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(lines.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /number 8/ })).toBeVisible();
});

test('holds a thousand collections in the sidebar', async ({ page }) => {
  await openCollections(page);
  const base = `${new URL(page.url()).origin}/~library/v1/collections`;
  await page.evaluate(async (url) => {
    for (let number = 1; number <= 1000; number += 1) {
      await fetch(url, {
        method: 'POST',
        body: JSON.stringify({ name: `Set ${number}` }),
        headers: { 'content-type': 'application/json' },
      });
    }
  }, base);
  await page.reload();
  const navigation = page.getByRole('navigation', { name: 'Collections' });
  await expect(navigation.getByRole('link')).toHaveCount(60);
  await page.getByRole('searchbox', { name: 'Find a collection' }).fill('set 77');
  await expect(navigation.getByRole('link').first()).toHaveText(/^Set 77/);
  await expect(navigation.getByRole('link')).toHaveCount(19);
});
