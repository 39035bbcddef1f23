import type { CDPSession, Page } from '@playwright/test';
import { floorText, openGrid, type SizedBench, subjectsOf } from '../bench-context';
import { type Budget, quantile } from '../measure';

const SPEEDS = [1500, 6000];
const VSYNC_MS = 1000 / 60;

/** Scrolls the floor pages and the app one after the other, slowly and fast. */
export async function measureScroll(bench: SizedBench): Promise<void> {
  for (const { path, subject, isApp } of subjectsOf(bench.assets)) {
    const page = await openGrid(bench, path);
    await scrollPage(bench, page, subject, isApp);
    await page.close();
  }
}

async function scrollPage(
  { figures, options, assets }: SizedBench,
  page: Page,
  subject: string,
  judged: boolean,
) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const speed of SPEEDS) {
    const before = await threadTime(browser);
    const seen = await page.evaluate(([pixels, seconds]) => globalThis.probe.scroll(pixels, seconds), [
      speed,
      options.seconds,
    ] as const);
    const spent = (await threadTime(browser)) - before;
    const slots = seen.intervals.map((ms) => Math.max(1, Math.round(ms / VSYNC_MS)));
    const vsyncs = slots.reduce((sum, slot) => sum + slot, 0);
    const floorP95 = figures.medianOf(`p95 at ${speed} px/s`, floorText(assets));
    const at = `at ${speed} px/s`;
    const note = (name: string, unit: '' | 'ms' | '%', value: number, budget?: Budget) =>
      figures.note(`${name} ${at}`, subject, unit, value, judged ? budget : undefined);
    note('p50', 'ms', quantile(seen.intervals, 0.5));
    note(
      'p95',
      'ms',
      quantile(seen.intervals, 0.95),
      floorP95 === undefined ? undefined : { most: floorP95 + 1 },
    );
    note('p99', 'ms', quantile(seen.intervals, 0.99));
    // What else runs on the machine takes frames, but not the time of the page's thread.
    note('thread time a second', 'ms', spent / options.seconds);
    note('missed vsyncs', '%', (100 * (vsyncs - slots.length)) / vsyncs, { most: 1 });
    note('longest task', 'ms', Math.max(0, ...seen.longTasks), { most: 50 });
    note(
      'long tasks',
      'ms',
      seen.longTasks.reduce((sum, ms) => sum + ms, 0),
    );
    note('blank', '%', 100 * seen.blank, { most: 0.5 });
    note('boxes without picture', '%', 100 * seen.unpictured);
    note('way not there yet', '%', 100 * seen.stalled);
    note('DOM nodes', '', seen.nodes, { most: 1500 });
  }
}

/** Milliseconds the page's thread has worked so far. */
async function threadTime(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
