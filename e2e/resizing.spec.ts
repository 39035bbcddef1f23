import type { Page } from '@playwright/test';
import { grid, tile } from './big-grid';
import { expect, test } from './fixtures';
import { type Studio, startStudio } from './studio';

let studio: Studio;
test.beforeAll(async () => {
  studio = await startStudio();
});
test.afterAll(() => studio.close());

/** Far enough down that nothing is held back by an end of the listing. */
const FAR = 4_000;

async function openFarDown(page: Page, layout: string): Promise<void> {
  await page.goto(`${studio.url}assets?layout=${layout}&size=160`);
  await expect(tile(page, 1)).toBeVisible();
  await grid(page).evaluate((body, top) => body.parentElement?.scrollTo({ top }), FAR);
  await expect.poll(() => firstInView(page)).not.toBe(1);
  await settled(page);
}

/** The tiles that are wholly in view, by their place in the listing, with what is above each. */
const inView = (page: Page) =>
  grid(page).evaluate((body) => {
    const view = body.parentElement?.getBoundingClientRect();
    return [...body.querySelectorAll('[aria-posinset]')].flatMap((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      if (!view || top < view.top - 1 || bottom > view.bottom + 1) return [];
      return [{ place: Number(one.getAttribute('aria-posinset')), top: Math.round(top - view.top) }];
    });
  });

async function firstInView(page: Page): Promise<number> {
  return Math.min(...(await inView(page)).map(({ place }) => place));
}

/** Pages that were on their way are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  let before = '';
  await expect(async () => {
    const now = JSON.stringify(await inView(page));
    const isSame = now === before && now !== '[]';
    before = now;
    expect(isSame).toBe(true);
  }).toPass();
}

for (const layout of ['justified', 'square', 'list']) {
  test.describe(`in the ${layout} layout`, () => {
    test.use({ viewport: { width: 1400, height: 900 } });

    test('a narrower window shows what was at the top, and a wide one what it showed before', async ({
      page,
    }) => {
      await openFarDown(page, layout);
      const before = await inView(page);
      const first = await firstInView(page);
      for (const width of [1000, 500]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(async () => (await inView(page)).map(({ place }) => place)).toContain(first);
      }
      await page.setViewportSize({ width: 1400, height: 900 });
      await expect.poll(() => inView(page)).toEqual(before);
    });

    test('the tile that has the keyboard stays in sight', async ({ page }) => {
      await openFarDown(page, layout);
      const last = Math.max(...(await inView(page)).map(({ place }) => place));
      await tile(page, last).click();
      for (const width of [700, 400, 1400]) {
        await page.setViewportSize({ width, height: width / 2 + 200 });
        await expect.poll(async () => (await inView(page)).map(({ place }) => place)).toContain(last);
      }
      if (layout === 'list') return;
      for (const key of ['=', '=', '=', '-', '-', '-', '-', '-']) {
        await page.keyboard.press(key);
        await expect.poll(async () => (await inView(page)).map(({ place }) => place)).toContain(last);
      }
      await expect(tile(page, last)).toBeFocused();
    });

    // Rows of a list have one size.
    if (layout === 'list') return;

    test('the tile under the pointer stays there while its size changes', async ({ page }) => {
      await openFarDown(page, layout);
      const places = (await inView(page)).map(({ place }) => place);
      const target = places[Math.floor(places.length / 2)] ?? 0;
      const box = await tile(page, target).boundingBox();
      if (!box) throw new Error('The tile is not shown');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.down('Control');
      for (const delta of [-100, -100, -100, 100, 100, 100, 100, 100]) {
        await page.mouse.wheel(0, delta);
        // At the same height: where it is in its row depends on what else fits in there.
        await expect
          .poll(async () => {
            const now = await tile(page, target).boundingBox();
            return now && Math.abs(now.y + now.height / 2 - (box.y + box.height / 2));
          })
          .toBeLessThan(2);
      }
      await page.keyboard.up('Control');
    });
  });
}
