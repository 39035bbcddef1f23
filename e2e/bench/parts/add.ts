import type { Page } from '@playwright/test';
import { LIMITS } from '../../../src/contract/limits';
import { openGrid, type SizedBench, sizeText } from '../bench-context';
import { assetId, TARGET } from '../bench-data';
import { watchThread } from '../thread-tasks';

const COUNTS = [10, 1000, 10_000];
const FRAME_MS = 1000 / 60;

/**
 * From the click on "Add" in the picker to the first frame that differs (from a thousand on, the button says that it is
 * adding), to the one that shows the collection again, and what the batch costs the page.
 */
export async function measureAdding(bench: SizedBench): Promise<void> {
  const { assets, figures } = bench;
  let from = 0;
  for (const count of COUNTS.filter((each) => each <= assets / 2)) {
    const page = await openGrid(bench, `local/collections/${TARGET.id}/pick`);
    await select(page, from, count);
    // What lies between the two tiles is still being read.
    const button = page.getByRole('button', { name: `Add ${sizeText(count)} ` });
    await button.waitFor({ timeout: 120_000 });
    const name = `Add ${sizeText(count)}`;
    await page.evaluate(() => globalThis.probe.rest());
    await page.evaluate(() => globalThis.probe.firstChange('click'));
    const longestOfThread = await watchThread(page);
    await button.click();
    const done = page.getByText(`Added ${count.toLocaleString('en')} to ${TARGET.name}`).first();
    await done.waitFor({ timeout: 600_000 });
    const ended = Date.now();
    const { changed, left, happened } = await page.evaluate(() => {
      const { probe } = globalThis;
      return { changed: probe.changed, left: probe.left, happened: probe.happened };
    });
    const batch = ended - (happened ?? Number.NaN);
    figures.note(`${name}: first changed frame`, sizeText(assets), 'ms', changed, { most: 2 * FRAME_MS });
    figures.note(`${name}: back in the collection`, sizeText(assets), 'ms', left);
    const long = await page.evaluate(() => globalThis.probe.longTasks());
    figures.note(`${name}: longest task of the batch`, sizeText(assets), 'ms', Math.max(0, ...long), {
      most: 50,
    });
    figures.note(
      `${name}: longest task, time of its thread`,
      sizeText(assets),
      'ms',
      await longestOfThread(),
    );
    figures.note(`${name}: whole batch`, sizeText(assets), 'ms', batch);
    await page.close();
    const bare = await addBare(bench, from, count);
    figures.note(`${name}: bare requests`, sizeText(assets), 'ms', bare);
    // A few requests are over before the page has said so: the ratio is about long batches.
    const budget = count === Math.max(...COUNTS) ? { most: 1.3 } : undefined;
    figures.note(`${name}: batch ÷ bare requests`, sizeText(assets), '×', batch / bare, budget);
    from += count;
  }
}

/** The same assets in requests of the same size into another collection, from a page that does nothing else. */
async function addBare({ site, context, assets }: SizedBench, from: number, count: number): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${site.url}floor.html`);
  // The picker shows the newest first, and numbers rise with the date.
  const ids = Array.from({ length: count }, (_, n) => assetId(assets - 1 - from - n));
  const ms = await page.evaluate(([given, size]) => globalThis.probe.addBare('/~library/v1', given, size), [
    ids,
    LIMITS.membersPerRequest,
  ] as const);
  await page.close();
  return ms;
}

/** A range of the picker from one tile to another. */
async function select(page: Page, from: number, count: number): Promise<void> {
  for (const [index, shift] of [
    [from, false],
    [from + count - 1, true],
  ] as const) {
    const point = await page.evaluate((at) => globalThis.probe.goTo(at), index);
    if (!point) throw new Error(`Tile ${index} cannot be reached.`);
    if (shift) await page.keyboard.down('Shift');
    await page.mouse.click(point.x, point.y);
    if (shift) await page.keyboard.up('Shift');
  }
}
