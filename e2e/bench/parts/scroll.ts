import type { Page } from '@playwright/test';
import { floorText, openGrid, type SizedBench, sizeText } from '../bench-context';
import { type Budget, quantile } from '../measure';

const SPEEDS = [1500, 6000];
const VSYNC_MS = 1000 / 60;

/** Scrolls the floor page and the app one after the other, slowly and fast. */
export async function measureScroll(bench: SizedBench): Promise<void> {
  const { assets } = bench;
  const floor = await openGrid(bench, `floor.html?assets=${assets}`);
  await scrollPage(bench, floor, floorText(assets), false);
  await floor.close();
  const page = await openGrid(bench);
  await scrollPage(bench, page, sizeText(assets), true);
  await page.close();
}

async function scrollPage({ figures, options }: SizedBench, page: Page, subject: string, judged: boolean) {
  for (const speed of SPEEDS) {
    const seen = await page.evaluate(([pixels, seconds]) => globalThis.probe.scroll(pixels, seconds), [
      speed,
      options.seconds,
    ] as const);
    const slots = seen.intervals.map((ms) => Math.max(1, Math.round(ms / VSYNC_MS)));
    const vsyncs = slots.reduce((sum, slot) => sum + slot, 0);
    const floorP95 = figures.medianOf(`p95 at ${speed} px/s`, subject.replace(/^/, 'floor '));
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
