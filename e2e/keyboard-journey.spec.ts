import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { collectionCard, openCollections, tilesOf } from './places';
import { pngFiles } from './test-files';
import { Keyboard } from './visible-focus';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
/** What a screen reader is told besides where the focus is. */
const said = (page: Page) => page.locator('[aria-live=polite]').first();

test('the main job, with the keyboard alone and the focus in sight', async ({ page }) => {
  const keyboard = new Keyboard(page);
  const press = keyboard.press.bind(keyboard);
  await openCollections(page);

  await test.step('brings pictures in', async () => {
    await page.keyboard.press('g');
    await press('i');
    await expect(heading(page, 'Import')).toBeFocused();
    // Before the keys that open it: a key waits for nothing, not even for the browser to be told of this.
    const chooser = page.waitForEvent('filechooser');
    await keyboard.tabTo(page.getByRole('button', { name: 'Choose files' }));
    await press('Enter');
    await (await chooser).setFiles(pngFiles(12, 'mine', { width: 320, height: 200 }));
    await expect(page.getByText(/^Imported 12 into the library/).first()).toBeVisible();
    await expect(said(page)).toHaveText(/^Imported 12 into the library/);
    await keyboard.tabTo(page.getByRole('link', { name: 'Show imported' }));
    await press('Enter');
    await expect(heading(page, 'Library')).toBeFocused();
    await keyboard.tabTo(tilesOf(page, 'Assets').first());
    await press('g', 'c');
    await expect(heading(page, 'Collections')).toBeFocused();
  });

  await test.step('makes a collection', async () => {
    const field = page.getByRole('textbox', { name: 'Name of the new collection' });
    const button = page.getByRole('button', { name: 'New collection' });
    await keyboard.tabTo(button);
    await press('Enter');
    await expect(field).toBeFocused();
    await press('Escape');
    await expect(button).toBeFocused();
    await press('n');
    await expect(field).toBeFocused();
    await keyboard.type('By keyboard');
    await press('Enter');
    await expect(collectionCard(page, 'By keyboard')).toBeFocused();
  });

  await test.step('goes along the cards and renames one', async () => {
    await press('ArrowRight');
    await expect(collectionCard(page, 'By keyboard')).not.toBeFocused();
    await press('ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowLeft');
    await expect(collectionCard(page, 'By keyboard')).toBeFocused();
    await press('ArrowRight', 'ArrowDown');
    const below = page.locator('a:focus');
    const above = page.getByRole('list', { name: 'Collections' }).getByRole('link').nth(1);
    expect((await below.boundingBox())?.x).toBe((await above.boundingBox())?.x);
    await press('End', 'Home');
    await expect(collectionCard(page, 'By keyboard')).toBeFocused();
    await press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of By keyboard' })).toBeFocused();
    await press('Escape');
    await expect(collectionCard(page, 'By keyboard')).toBeFocused();
    await press('F2');
    await keyboard.type('Keys alone');
    await press('Enter');
    await expect(collectionCard(page, 'Keys alone')).toBeFocused();
    await press('Enter');
    await expect(heading(page, 'Keys alone')).toBeFocused();
  });

  await test.step('picks twelve into it', async () => {
    await press('p');
    await expect(heading(page, 'Add to Keys alone')).toBeFocused();
    const tiles = tilesOf(page, 'Library');
    await keyboard.tabTo(tiles.first());
    await press('Space');
    await expect(tiles.first()).toHaveAttribute('aria-selected', 'true');
    await press('ArrowRight', 'ArrowDown', 'ArrowUp', 'End', 'Home');
    await expect(tiles.first()).toBeFocused();
    await press(...Array.from({ length: 11 }, () => 'Shift+ArrowRight'));
    await keyboard.tabTo(page.getByRole('button', { name: 'Add 12 · 1 request' }));
    await press('Enter');
    await expect(page.getByRole('link', { name: 'Assets 12' })).toBeVisible();
    await expect(said(page)).toHaveText(/^Added 12 to Keys alone/);
    await expect(heading(page, 'Keys alone')).toBeFocused();
  });

  const mine = tilesOf(page, 'Assets of Keys alone');
  await test.step('sets the thumbnail', async () => {
    await keyboard.tabTo(mine.first());
    await press('ArrowRight', 'Control+Space');
    await expect(mine.nth(1)).toHaveAttribute('aria-selected', 'true');
    await press('t');
    await expect(said(page)).toHaveText(/^Set the thumbnail of Keys alone/);
    await expect(mine.nth(1)).toBeFocused();
  });

  await test.step('takes five out and undoes that', async () => {
    await press(...Array.from({ length: 4 }, () => 'Shift+ArrowRight'));
    await press('Delete');
    await expect(page.getByRole('link', { name: 'Assets 7' })).toBeVisible();
    await expect(said(page)).toHaveText(/^Removed 5 from Keys alone/);
    await expect(mine.nth(1)).toBeFocused();
    await press('Control+z');
    await expect(page.getByRole('link', { name: 'Assets 12' })).toBeVisible();
    await expect(said(page)).toHaveText(/^Undone: removed 5 from Keys alone/);
  });

  await test.step('looks closely and comes back to the tile', async () => {
    await press('Home', 'Enter');
    const viewer = page.getByRole('dialog');
    await expect(viewer.getByRole('img').first()).toBeVisible();
    await expect(viewer).toBeFocused();
    await press('ArrowRight', 'i', 'Tab', 'Shift+Tab', 'Escape');
    await expect(viewer).toHaveCount(0);
    await expect(mine.nth(1)).toBeFocused();
  });

  await test.step('asks what can be done, reads the keys, looks for a command, and is back on the tile', async () => {
    await press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await press('ArrowDown', 'ArrowDown', 'Escape');
    await expect(mine.nth(1)).toBeFocused();
    await press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await keyboard.tabTo(sheet.getByRole('button', { name: 'Close' }));
    await press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(mine.nth(1)).toBeFocused();
    await press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await press('Escape');
    await expect(mine.nth(1)).toBeFocused();
  });

  await test.step('renames the collection it is in', async () => {
    await press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of Keys alone' })).toBeFocused();
    await keyboard.type('Hands on keys');
    await press('Enter');
    await expect(tilesOf(page, 'Assets of Hands on keys').nth(1)).toBeFocused();
    const title = page.getByRole('button', { name: 'Hands on keys', exact: true });
    await keyboard.tabTo(title, 'Shift+Tab');
    await press('Enter');
    await press('Escape');
    await expect(title).toBeFocused();
  });

  await test.step('goes back, to the card it came from', async () => {
    await page.goBack();
    await expect(collectionCard(page, 'Hands on keys')).toBeFocused();
    await press('Enter');
    await expect(heading(page, 'Hands on keys')).toBeFocused();
    await page.goBack();
    await keyboard.tabTo(page.getByRole('link', { name: 'Settings' }), 'Shift+Tab');
    await press('Enter');
    await expect(heading(page, 'Settings')).toBeFocused();
  });
});
