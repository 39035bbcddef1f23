import { expect, type Locator, type Page } from '@playwright/test';

/** The cards of the collection grid. */
export const collectionCards = (page: Page): Locator =>
  page.getByRole('list', { name: 'Collections' }).getByRole('listitem');

/** One card by the name of its collection: the link that opens it. */
export const collectionCard = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Collections' })
    .getByRole('link', { name: new RegExp(`^${escaped(name)}, `) });

/** Opens the start page and waits for the collection grid with something in it. */
export async function openCollections(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await expect(collectionCards(page).first()).toBeVisible();
}

/** Goes to a place of the sidebar. */
export async function openPlace(
  page: Page,
  name: 'Collections' | 'Library' | 'Models' | 'Import',
): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The tiles of a grid by its name. */
export const tilesOf = (page: Page, grid: string): Locator =>
  page.getByRole('listbox', { name: grid }).getByRole('option');

/** Selects a tile and the ones after it, `count` in all, as one does with the keyboard. */
export async function selectRun(page: Page, first: Locator, count: number): Promise<void> {
  await first.click();
  for (let step = 1; step < count; step++) await page.keyboard.press('Shift+ArrowRight');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
