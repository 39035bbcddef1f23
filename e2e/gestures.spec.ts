import type { Locator, Page } from '@playwright/test';
import { grid, openSquares, tile } from './big-grid';
import { expect, test } from './fixtures';
import { collectionCards, openCollections } from './places';
import { type Studio, startStudio } from './studio';

let studio: Studio;
let picked: string;
test.beforeAll(async () => {
  studio = await startStudio();
  // Members cannot be chosen again: what is picked for has none.
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Picked' });
  const answer = await fetch(`${studio.library}/collections`, { method: 'POST', headers, body });
  const { collection } = (await answer.json()) as { collection: { id: string } };
  picked = collection.id;
});
test.afterAll(() => studio.close());

interface Place {
  readonly name: string;
  readonly path: string;
  /** How many match. */
  readonly all: number;
  /** A click ticks and lets what was ticked be. */
  readonly ticks?: boolean;
}

const PLACES: readonly Place[] = [
  { name: 'the library', path: 'assets', all: 7600 },
  { name: 'a search', path: 'assets?q=study', all: 5066 },
  { name: 'a collection', path: 'collections/col_0', all: 5067 },
  { name: 'the asset picker', path: 'collections/{picked}/pick', all: 7600, ticks: true },
  { name: 'the model picker', path: 'collections/{picked}/pick-models', all: 150, ticks: true },
];

const selectedTiles = (page: Page) => grid(page).getByRole('option', { selected: true });

const open = (page: Page, path: string) => openSquares(page, studio.url + path.replace('{picked}', picked));

async function expectSelected(page: Page, places: readonly number[]): Promise<void> {
  await expect(async () => {
    const there = await selectedTiles(page).evaluateAll((tiles) =>
      tiles.map((tile) => Number(tile.getAttribute('aria-posinset'))),
    );
    expect(there.sort((a, b) => a - b)).toEqual(places);
  }).toPass();
}

/** What the line under the grid says of the selection. */
const status = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('status').filter({ hasText: text });

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** Number of tiles in the first row. */
async function columnsOf(page: Page): Promise<number> {
  return grid(page)
    .getByRole('option')
    .evaluateAll((tiles) => {
      const top = tiles[0]?.getBoundingClientRect().top;
      return tiles.filter((tile) => tile.getBoundingClientRect().top === top).length;
    });
}

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('The tile is not shown');
  return box;
}

/** From the margin left of one tile to the middle of another; the button stays down. */
async function drawMarquee(page: Page, from: number, to: number): Promise<void> {
  const [start, end] = [await boxOf(tile(page, from)), await boxOf(tile(page, to))];
  const left = await boxOf(grid(page));
  await page.mouse.move(left.x - 4, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
}

for (const { name, path, all, ticks = false } of PLACES) {
  test(`every way of selecting in ${name}`, async ({ page }) => {
    // Three rows of cards with their captions stand clear of the edge that scrolls.
    await page.setViewportSize({ width: 1280, height: 1100 });
    await open(page, path);
    const columns = await columnsOf(page);
    const letGo = async () => {
      await page.keyboard.press('Escape');
      await expectSelected(page, []);
    };

    await test.step('clicks select one, toggle, and select ranges', async () => {
      await tile(page, 2).click();
      await expectSelected(page, [2]);
      await tile(page, 4).click({ modifiers: ['ControlOrMeta'] });
      await expectSelected(page, [2, 4]);
      await tile(page, 6).click({ modifiers: ['Shift'] });
      await expectSelected(page, range(4, 6));
      await tile(page, 1).click({ modifiers: ['ControlOrMeta'] });
      await tile(page, 2).click({ modifiers: ['ControlOrMeta', 'Shift'] });
      await expectSelected(page, [1, 2, 4, 5, 6]);
      await tile(page, 3).click();
      await expectSelected(page, ticks ? range(1, 6) : [3]);
      await letGo();
    });

    await test.step('the tick that appears under the pointer toggles', async () => {
      await tile(page, 2).click({ position: { x: 12, y: 12 } });
      await tile(page, 3).click({ position: { x: 12, y: 12 } });
      await expectSelected(page, [2, 3]);
      await tile(page, 2).click({ position: { x: 12, y: 12 } });
      await expectSelected(page, [3]);
      await letGo();
    });

    await test.step('keys move, select ranges, everything, the opposite and nothing', async () => {
      await tile(page, 1).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowDown');
      await expectSelected(page, range(2, columns + 2));
      await page.keyboard.press('Shift+ArrowUp');
      await expectSelected(page, [2]);
      await page.keyboard.press('ControlOrMeta+Shift+I');
      await expect(tile(page, 2)).toHaveAttribute('aria-selected', 'false');
      await expect(tile(page, 3)).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ControlOrMeta+A');
      await expect(tile(page, 2)).toHaveAttribute('aria-selected', 'true');
      // The first one calls off the reading of what else is to be turned round, if that still goes on.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expectSelected(page, []);
      await expect(tile(page, 2)).toBeFocused();
    });

    await test.step('everything that matches is selected on asking twice, turned round, and let go', async () => {
      await tile(page, 1).focus();
      await page.keyboard.press('ControlOrMeta+A');
      await expect(status(page, /[\d,]+ selected/)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+A');
      await expect(status(page, `${all.toLocaleString('en')} selected`)).toBeVisible();
      await tile(page, 2).click({ modifiers: ['ControlOrMeta'] });
      await page.keyboard.press('ControlOrMeta+Shift+I');
      await expect(status(page, / · 1 selected/)).toBeVisible();
      await expectSelected(page, [2]);
      await page.keyboard.press('Escape');
      await expectSelected(page, []);
    });

    await test.step('a marquee replaces, adds, takes away and is called off', async () => {
      await drawMarquee(page, 1, columns + 2);
      const rows = [1, 2, columns + 1, columns + 2];
      await expectSelected(page, rows);
      await page.mouse.up();
      await expectSelected(page, rows);
      await expect(tile(page, columns + 2)).toBeFocused();

      await page.keyboard.down('Control');
      await drawMarquee(page, 2 * columns + 1, 2 * columns + 1);
      await page.mouse.up();
      await page.keyboard.up('Control');
      await expectSelected(page, [...rows, 2 * columns + 1]);

      await page.keyboard.down('Alt');
      await drawMarquee(page, columns + 1, 2 * columns + 1);
      await page.mouse.up();
      await page.keyboard.up('Alt');
      await expectSelected(page, [1, 2, columns + 2]);

      await drawMarquee(page, 1, columns);
      await expect(tile(page, columns)).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Escape');
      await page.mouse.up();
      await expectSelected(page, [1, 2, columns + 2]);
    });
  });
}

test('a marquee scrolls at the edge over tiles that were never drawn, also while pages arrive', async ({
  page,
}) => {
  await open(page, 'assets');
  const columns = await columnsOf(page);
  await drawMarquee(page, 1, columns);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width - 30, height + 60, { steps: 4 });
  // It flies on: that very tile may have been there between two looks.
  const lastDrawn = async () =>
    Number(await grid(page).getByRole('option').last().getAttribute('aria-posinset'));
  // Rows are drawn ahead of the pointer. A machine that draws few frames scrolls no further in each.
  await expect.poll(lastDrawn).toBeGreaterThan(75 * columns);
  await page.mouse.move(width - 60, height / 2, { steps: 2 });
  await page.mouse.up();
  const last = await selectedTiles(page).last().getAttribute('aria-posinset');
  const count = Number(last);
  expect(count).toBeGreaterThan(60 * columns);
  await expect(status(page, `${count.toLocaleString('en')} selected`)).toBeVisible();
});

test('open ground lets go of the selection, a gap between tiles does not', async ({ page }) => {
  await open(page, `assets?q=${encodeURIComponent('study 7994')}`);
  await tile(page, 1).click();
  const box = await boxOf(tile(page, 1));
  await page.mouse.click(box.x - 3, box.y + 20);
  await expectSelected(page, [1]);
  await page.mouse.click(box.x + 40, box.y + box.height + 300);
  await expectSelected(page, []);
});

test('what is selected is shown alone, and Back shows everything again', async ({ page }) => {
  await open(page, 'assets');
  await tile(page, 2).click();
  await tile(page, 5).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Selected only' }).click();
  await expect(grid(page).getByRole('option')).toHaveCount(2);
  await expect(status(page, 'Only the 2 selected')).toBeVisible();
  await page.goBack();
  await expect(tile(page, 5)).toHaveAttribute('aria-selected', 'true');
});

test('the keyboard stays on its tile while that is out of sight', async ({ page }) => {
  await open(page, 'assets');
  const columns = await columnsOf(page);
  await tile(page, 2).focus();
  await tile(page, 2).hover();
  // Before that the grid ends with what has been read.
  await expect(tile(page, 2)).toHaveAttribute('aria-setsize', '7600');
  await page.mouse.wheel(0, 9000);
  await expect(tile(page, 57 * columns)).toBeInViewport();
  await expect(tile(page, 2)).toBeFocused();
  await expect(tile(page, 2)).toHaveAttribute('aria-setsize', '7600');
  await page.keyboard.press('ArrowRight');
  await expect(tile(page, 3)).toBeFocused();
  await expect(tile(page, 3)).toBeInViewport();
});

test('every tile in sight has its picture, however fast one comes there', async ({ page }) => {
  await open(page, 'assets');
  await grid(page).hover();
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 4000);
  const loaded = () =>
    grid(page)
      .locator('img')
      .evaluateAll((images) =>
        images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
      );
  await expect.poll(loaded).toBe(true);
  for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, -4000);
  await expect(tile(page, 1)).toBeVisible();
  await expect.poll(loaded).toBe(true);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  for (const { name, path } of PLACES) {
    test(`a finger held and drawn over tiles selects them in ${name}`, async ({ page }) => {
      await open(page, path);
      const columns = await columnsOf(page);
      const finger = await page.context().newCDPSession(page);
      const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', place?: number) => {
        const box = place === undefined ? undefined : await boxOf(tile(page, place));
        const touchPoints = box ? [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
        await finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      };
      await touch('touchStart', 2);
      await expectSelected(page, [2]);
      await touch('touchMove', 4);
      await touch('touchMove', columns + 3);
      await expectSelected(page, range(2, columns + 3));
      await touch('touchMove', columns + 1);
      await touch('touchEnd');
      await expectSelected(page, range(2, columns + 1));

      await touch('touchStart', 4);
      await expectSelected(page, [2, 3, ...range(5, columns + 1)]);
      await touch('touchMove', 3);
      await touch('touchEnd');
      await expectSelected(page, [2, ...range(5, columns + 1)]);
    });
  }
});

test('a click counts although the picture under it is replaced meanwhile', async ({ page }) => {
  const pressed = async (target: Locator) => {
    await expect(target.locator('img')).toBeVisible();
    const box = await boxOf(target);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
    await page.mouse.down();
    await target.locator('img').evaluate((picture) => picture.replaceWith(picture.cloneNode()));
    await page.mouse.up();
  };
  await openCollections(page);
  await pressed(collectionCards(page).first());
  await expect(page.getByRole('listbox', { name: /^Assets of/ })).toBeVisible();
  const first = tile(page, 1);
  await pressed(first);
  await expect(first).toHaveAttribute('aria-selected', 'true');
});
