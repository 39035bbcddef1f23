import type { CDPSession, Page } from '@playwright/test';
import { openGrid, type SizedBench, sizeText } from '../bench-context';

/** Script of each way of selecting, with everything visited, so that as much as can be is known. */
const MOST = { most: 16 };

export async function measureSelection(bench: SizedBench): Promise<void> {
  const { assets, figures } = bench;
  const subject = sizeText(assets);
  const page = await openGrid(bench);
  await page.evaluate(() => globalThis.probe.visit(3000));
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable');
  const timed = async (name: string, act: () => Promise<unknown>, budget = MOST) => {
    const { script, longest } = await scriptOf(page, browser, act);
    figures.note(name, subject, 'ms', script, budget);
    figures.note(`${name}: longest task`, subject, 'ms', longest, { most: 50 });
  };

  await clickAt(page, 0);
  await timed('select all (Ctrl+A)', () => page.keyboard.press('Control+a'));
  figures.note('selected by it', subject, '', await selectedCount(page));
  await timed('invert', () => page.keyboard.press('Control+Shift+i'));
  await page.keyboard.press('Escape');
  await clickAt(page, 0);
  const far = Math.min(50_000, assets - 1);
  const point = await page.evaluate((index) => globalThis.probe.goTo(index), far);
  if (point) {
    await page.keyboard.down('Shift');
    await timed(`range of ${sizeText(50_000)}`, () => page.mouse.click(point.x, point.y));
    await page.keyboard.up('Shift');
    figures.note('selected by the range', subject, '', await selectedCount(page));
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

/** Milliseconds of script that an act costs, its drawing not included, until the page rests. */
async function scriptOf(page: Page, browser: CDPSession, act: () => Promise<unknown>) {
  await page.evaluate(() => globalThis.probe.rest());
  const tasks = (await page.evaluate(() => globalThis.probe.longTasks())).length;
  const before = await scriptDuration(browser);
  await act();
  await page.evaluate(() => globalThis.probe.rest());
  const script = (await scriptDuration(browser)) - before;
  const long = (await page.evaluate(() => globalThis.probe.longTasks())).slice(tasks);
  return { script, longest: Math.max(0, ...long) };
}

async function scriptDuration(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}
