import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPlace, tilesOf } from './places';

test.describe('Back', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./local/assets');
    await expect(tilesOf(page, 'Assets').first()).toBeVisible();
  });

  test('returns to the same item at the same place, also after a reload', async ({ page }) => {
    const tile = await scrollAndChoose(page);
    const before = await tile.boundingBox();
    await openPlace(page, 'Collections');
    await page.goBack();
    await expect(tile).toBeInViewport();
    expect(await tile.boundingBox()).toEqual(before);

    await openPlace(page, 'Models');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible();
    await page.goBack();
    await expect(tile).toBeInViewport();
    expect(await tile.boundingBox()).toEqual(before);
  });

  test('leaves the grid where it was when the opened asset is closed', async ({ page }) => {
    const tile = await scrollAndChoose(page);
    const before = await tile.boundingBox();
    await tile.dblclick();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(tile).toBeFocused();
    expect(await tile.boundingBox()).toEqual(before);
  });
});

/** Scrolls well down by the wheel, as a person does, and gives back a tile that is whole in sight. */
async function scrollAndChoose(page: Page): Promise<Locator> {
  const topmost = tilesOf(page, 'Assets').first();
  const opening = (await topmost.getAttribute('aria-label')) ?? '';
  await topmost.hover();
  await page.mouse.wheel(0, 1500);
  await expect(page.getByRole('option', { name: opening, exact: true })).not.toBeInViewport();
  const names = await tilesOf(page, 'Assets').evaluateAll((tiles) =>
    tiles
      .filter((tile) => {
        const { top, bottom } = tile.getBoundingClientRect();
        return top > 250 && bottom < innerHeight - 100;
      })
      .map((tile) => tile.getAttribute('aria-label') ?? ''),
  );
  const name = names.find((one) => names.indexOf(one) === names.lastIndexOf(one)) ?? '';
  return tilesOf(page, 'Assets').and(page.getByRole('option', { name, exact: true }));
}
