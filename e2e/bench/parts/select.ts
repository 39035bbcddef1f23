import type { CDPSession, Page } from '@playwright/test';
import { openGrid, type SizedBench, sizeText } from '../bench-context';

const GESTURE = { most: 16 };
const TASK = { most: 50 };
/** Tiles are brought in by going there; a range across what was never read is what costs. */
const RANGE = 50_000;
/** As much of the listing is read before as a grid keeps in memory at once. */
const VISITED = { pixels: 3000, views: 70 };
const PATIENCE_MS = 240_000;

/** Every way of selecting: what the gesture itself costs, the longest task of what follows, and when all of it is known. */
export async function measureSelection(bench: SizedBench): Promise<void> {
  const { assets, figures } = bench;
  const subject = sizeText(assets);
  const page = await openGrid(bench);
  await page.evaluate(([pixels, views]) => globalThis.probe.visit(pixels, views), [
    VISITED.pixels,
    VISITED.views,
  ] as const);
  const browser = await page.context().newCDPSession(page);
  // Time of the page's thread: what else runs on the machine is not the gesture's.
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  const timed = async (name: string, event: string, act: () => Promise<unknown>, all?: number) => {
    await page.evaluate(() => globalThis.probe.rest());
    await page.evaluate((type) => globalThis.probe.timeEvent(type), event);
    const before = await scriptTime(browser);
    const start = Date.now();
    await act();
    await page.waitForFunction(() => globalThis.probe.handled !== undefined);
    const script = (await scriptTime(browser)) - before;
    if (all !== undefined) {
      await page
        .getByText(`${sizeText(all)} selected`)
        .first()
        .waitFor({ timeout: PATIENCE_MS });
      figures.note(`${name}: until all are known`, subject, 'ms', Date.now() - start);
    }
    await page.evaluate(() => globalThis.probe.rest());
    const { handled, tasks } = await page.evaluate(() => ({
      handled: globalThis.probe.handled,
      tasks: globalThis.probe.longTasks(),
    }));
    figures.note(`${name}: script of the gesture`, subject, 'ms', script, GESTURE);
    figures.note(`${name}: until the page is free again`, subject, 'ms', handled);
    figures.note(`${name}: longest task`, subject, 'ms', Math.max(0, ...tasks), TASK);
  };

  await clickAt(page, 0);
  await timed('select all', 'keydown', () => page.keyboard.press('ControlOrMeta+a'));
  figures.note('selected by it', subject, '', await selectedCount(page));
  await timed('select all that match', 'keydown', () => page.keyboard.press('ControlOrMeta+a'), assets);
  // One is let go, so that turning round what is not loaded has something to come to.
  await page.keyboard.press('Escape');
  await clickAt(page, 0);
  await timed('invert', 'keydown', () => page.keyboard.press('ControlOrMeta+Shift+i'), assets - 1);
  await page.keyboard.press('Escape');

  await clickAt(page, 0);
  const last = Math.min(RANGE, assets) - 1;
  const point = await page.evaluate((index) => globalThis.probe.goTo(index), last);
  if (point) {
    await page.keyboard.down('Shift');
    await timed(`range of ${sizeText(RANGE)}`, 'click', () => page.mouse.click(point.x, point.y), last + 1);
    await page.keyboard.up('Shift');
  }
  await page.keyboard.press('Escape');
  await measureMarquee(page, bench);
  await page.close();
}

/** Drags a frame over the view in forty steps. */
async function measureMarquee(page: Page, { assets, figures }: SizedBench): Promise<void> {
  const view = await page.evaluate(() => globalThis.probe.view());
  if (!view) return;
  await page.mouse.move(view.left + 4, view.top + 4);
  await page.mouse.down();
  await page.evaluate(() => globalThis.probe.watchFrames());
  await page.mouse.move(view.right - 80, view.bottom - 80, { steps: 40 });
  const frames = await page.evaluate(() => globalThis.probe.frames());
  await page.mouse.up();
  if ((await selectedCount(page)) === 0) return;
  figures.note('marquee: longest frame', sizeText(assets), 'ms', Math.max(...frames));
}

/** Milliseconds of script so far. */
async function scriptTime(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

async function clickAt(page: Page, index: number): Promise<void> {
  const point = await page.evaluate((at) => globalThis.probe.goTo(at), index);
  if (!point) throw new Error(`Tile ${index} cannot be reached.`);
  await page.mouse.click(point.x, point.y);
}

/** The number in words like "87 selected". */
async function selectedCount(page: Page): Promise<number> {
  const text = await page.locator('body').innerText();
  return Number(/([\d,]+) selected/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}
