import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS } from '../browser-args';
import { buildBundle, SCRATCH } from '../bundles';
import { findBrowser } from '../find-browser';
import { startFarSite } from './far-site';
import { runSeed } from './run-seed';

/**
 * `npm run faults -- --seeds 200` drives the app under random faults, one schedule a seed; `--seed 17` replays one
 * and tells what it did; `--from 100` begins there.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '50' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});
const first = Number(values.from);
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, n) => first + n)
    : [Number(values.seed)];

const bundle = { folder: join(SCRATCH, '..', 'faults'), base: '/' };
await buildBundle(bundle);
const far = await startFarSite(bundle.folder);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
const failed: number[] = [];
const begin = performance.now();
try {
  for (const seed of seeds) {
    const start = performance.now();
    const { wrong, told } = await runSeed({ seed, browser, ...far });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} seed ${seed} in ${seconds} s`);
    if (wrong.length > 0) failed.push(seed);
    if (wrong.length > 0 || values.seed !== undefined) for (const line of told) console.log(`       ${line}`);
    for (const line of wrong) console.log(`     ! ${line}`);
  }
} finally {
  await browser.close();
  await far.close();
}
const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
console.log(`\n${seeds.length - failed.length} of ${seeds.length} in ${minutes} minutes`);
if (failed.length > 0) console.log(`Replay one: npm run faults -- --seed ${failed[0]}`);
process.exitCode = failed.length > 0 ? 1 : 0;
