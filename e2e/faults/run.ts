import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { buildBundle, SCRATCH } from '../bundles';
import { findPageBrowser } from '../find-browser';
import { startFarSite } from './far-site';
import { runSeed } from './run-seed';

/**
 * `npm run faults -- --seeds 200` drives the app under random faults, one schedule a seed; `--seed 17` replays one
 * and tells what it did; `--from 100` begins there; `--lanes 3` runs three side by side, each with a server of its own.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    lanes: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const first = Number(values.from);
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, n) => first + n)
    : [Number(values.seed)];

const bundle = { folder: join(SCRATCH, '..', 'faults'), base: '/' };
await buildBundle(bundle);
const browser = await chromium.launch({ executablePath: findPageBrowser(), args: [...BROWSER_ARGS] });
const queue = [...seeds];
const failed: number[] = [];
const begin = performance.now();
try {
  await Promise.all(Array.from({ length: Math.min(Number(values.lanes), seeds.length) }, () => runLane()));
} finally {
  await browser.close();
}
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
console.log(`\n${seeds.length - failed.length} of ${seeds.length} in ${minutes} minutes`);
if (failed.length > 0)
  console.log(`Failed: ${failed.join(' ')}. Replay one: npm run faults -- --seed ${failed[0]}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Takes seeds one after the other until none is left. */
async function runLane(): Promise<void> {
  const far = await startFarSite(bundle.folder);
  try {
    for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
      const start = performance.now();
      const { wrong, told } = await runSeed({ seed, browser, ...far });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const lines = [`${wrong.length === 0 ? 'ok    ' : 'FAILED'} seed ${seed} in ${seconds} s`];
      if (wrong.length > 0) failed.push(seed);
      if (wrong.length > 0 || values.verbose || values.seed !== undefined)
        lines.push(...told.map((line) => `       ${line}`), ...wrong.map((line) => `     ! ${line}`));
      console.log(lines.join('\n'));
    }
  } finally {
    await far.close();
  }
}
