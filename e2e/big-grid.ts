import { expect, type Locator, type Page } from '@playwright/test';

export const grid = (page: Page): Locator => page.getByRole('listbox');

/** The tile that stands at a place of the listing, counted from 1. */
export const tile = (page: Page, place: number): Locator => grid(page).locator(`[aria-posinset="${place}"]`);

/** Opens a place in squares of known size, so that rows and columns are known. */
export async function openSquares(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}layout=square&size=160`);
  await expect(tile(page, 1)).toBeVisible();
}
