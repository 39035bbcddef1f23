import type { Page } from '@playwright/test';
import { openGrid, reactFloorText, type SizedBench, subjectsOf } from '../bench-context';
import { median } from '../measure';

/** Places with different pictures: these are repeated, and a browser shows at once what it has in memory. */
const JUMPS = [0.513, 0.887, 0.231, 0.742, 0.366];
const PATIENCE_MS = 20_000;
/** About the height of a page of 100 assets: every page of the listing is read. */
const STEP = 3000;

/** Heap at load and after every place was visited; jumps to far places before and after. */
export async function measureMemory(bench: SizedBench): Promise<void> {
  const { assets, figures } = bench;
  for (const { path, subject, isApp } of subjectsOf(assets)) {
    const page = await openGrid(bench, path);
    figures.note('heap at load', subject, 'MB', await heapOf(page));
    const floor = figures.medianOf('jump', reactFloorText(assets));
    figures.note('jump', subject, 'ms', await jump(page), isApp && floor ? { most: 1.5 * floor } : undefined);
    if (isApp) {
      // A floor keeps nothing of where it has been.
      const visited = await page.evaluate((step) => globalThis.probe.visit(step), STEP);
      figures.note('visited', subject, '%', 100 * visited);
      figures.note('heap after visiting', subject, 'MB', await heapOf(page), { most: 60 });
      figures.note('jump to where one has been', subject, 'ms', await jump(page));
    }
    await page.close();
  }
}

async function jump(page: Page): Promise<number> {
  const times: number[] = [];
  for (const share of JUMPS) {
    times.push(
      await page.evaluate(([to, most]) => globalThis.probe.jump(to, most), [share, PATIENCE_MS] as const),
    );
  }
  return median(times);
}

async function heapOf(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('HeapProfiler.collectGarbage');
  const { usedSize } = await browser.send('Runtime.getHeapUsage');
  await browser.detach();
  return usedSize / 1e6;
}
