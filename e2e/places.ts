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

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
