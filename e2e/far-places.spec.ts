import type { Page } from '@playwright/test';
import { grid, openSquares, tile } from './big-grid';
import { expect, test } from './fixtures';
import { type Studio, startStudio } from './studio';

test.use({ timezoneId: 'UTC' });

let studio: Studio;
test.beforeAll(async () => {
  studio = await startStudio();
});
test.afterAll(() => studio.close());

const COLLECTION = 'collectionIds = "col_0"';

async function count(filter: string | undefined, query = ''): Promise<number> {
  const body = JSON.stringify({ query, filter, page: 1, hitsPerPage: 1 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${studio.library}/search/assets`, { method: 'POST', headers, body });
  return ((await answer.json()) as { totalHits: number }).totalHits;
}

/** How many of a listing are newer than a day. */
const countAfter = (day: string, filter: string) => count(`${filter} AND createdAt > "${day}T23:59:59.999Z"`);

async function goToDate(page: Page, day: string): Promise<void> {
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Go to date' });
  await dialog.getByLabel('Date').fill(day);
  await dialog.getByRole('button', { name: 'Go' }).click();
}

/** Numbers and names of the tiles that are drawn. */
const drawn = (page: Page) =>
  grid(page)
    .getByRole('option')
    .evaluateAll((tiles) =>
      tiles.map((one) => [Number(one.ariaPosInSet), one.getAttribute('aria-label') ?? ''] as const),
    );

test('the ends of a collection, a date and any place in it are reached without what lies between', async ({
  page,
}) => {
  const all = await count(COLLECTION);
  let pagesRead = 0;
  page.on('request', (request) => {
    const isPage = /pageSize=100|"limit":100/.test(request.url() + (request.postData() ?? ''));
    if (isPage) pagesRead += 1;
  });
  await openSquares(page, `${studio.url}collections/col_0`);
  await tile(page, 1).focus();
  await page.keyboard.press('End');
  await expect(tile(page, all)).toBeFocused();
  await expect(tile(page, all)).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(tile(page, 1)).toBeFocused();

  await goToDate(page, '2026-01-03');
  const place = (await countAfter('2026-01-03', COLLECTION)) + 1;
  await expect(tile(page, place)).toBeFocused();
  await expect(tile(page, place)).toBeInViewport();

  const rail = page.getByRole('slider', { name: 'Place in the listing' });
  const box = await rail.boundingBox();
  if (!box) throw new Error('The scrubber is not shown');
  await page.mouse.move(box.x + box.width / 2, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.8, { steps: 10 });
  await expect(rail).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`, [\\d,]+ of ${all.toLocaleString('en')}$`),
  );
  await page.mouse.up();
  // Four fifths of the way, by what a view holds.
  const isThere = async () => {
    const [first] = await drawn(page);
    return first !== undefined && Math.abs(first[0] / all - 0.8) < 0.05;
  };
  await expect.poll(isThere).toBe(true);
  const there = grid(page).getByRole('option').nth(20);
  const number = Number(await there.getAttribute('aria-posinset'));
  await tile(page, number).click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(tile(page, number + 1)).toHaveAttribute('aria-selected', 'true');
  // All of it would be fifty pages and more.
  expect(pagesRead).toBeLessThan(40);
});

test('far places of a search are reached, and a range between two of them is read to its end', async ({
  page,
}) => {
  const all = await count(undefined, 'study');
  await openSquares(page, `${studio.url}assets?q=study`);
  await tile(page, 1).focus();
  await page.keyboard.press('End');
  await expect(tile(page, all)).toBeFocused();
  await expect(tile(page, all)).toBeInViewport();
  await tile(page, all).click();

  const rail = page.getByRole('slider', { name: 'Place in the listing' });
  const box = await rail.boundingBox();
  if (!box) throw new Error('The scrubber is not shown');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.4);
  const there = grid(page).getByRole('option').nth(20);
  await expect(async () => {
    expect(Math.abs(Number(await there.getAttribute('aria-posinset')) / all - 0.4)).toBeLessThan(0.1);
  }).toPass();
  const from = Number(await there.getAttribute('aria-posinset'));
  await tile(page, from).click({ modifiers: ['Shift'] });
  const selected = `${(all - from + 1).toLocaleString('en')} selected`;
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: selected })).toBeVisible();
});

test('nothing is lost among hundreds of one moment: gone to, scrolled through and selected', async ({
  page,
}) => {
  const place = (await count('createdAt > "2026-01-02T23:59:59.999Z"')) + 1;
  const moment = '2026-01-03T00:07:20.000Z';
  const newer = await count(`createdAt > "${moment}"`);
  expect(place - newer).toBeGreaterThan(450);

  await openSquares(page, `${studio.url}assets`);
  await goToDate(page, '2026-01-02');
  await expect(tile(page, place)).toBeFocused();
  await tile(page, place).click();

  const names = new Map<number, string>();
  await grid(page).hover();
  await expect(async () => {
    for (const [number, name] of await drawn(page)) names.set(number, name);
    await page.mouse.wheel(0, -500);
    expect(names.has(newer - 10)).toBe(true);
  }).toPass({ intervals: [50] });
  const seen = Array.from({ length: place - newer + 10 }, (_, n) => names.get(newer - 9 + n) ?? 'lost');
  expect(seen).not.toContain('lost');
  expect(new Set(seen).size).toBe(seen.length);

  await tile(page, newer - 9).click({ modifiers: ['Shift'] });
  const selected = `${seen.length} selected`;
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: selected })).toBeVisible();
});
