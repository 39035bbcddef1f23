import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, openGrid, type SizedBench } from './bench-context';
import { KEPT, startBenchSite } from './bench-site';
import { copyOfLibrary, launch } from './libraries';
import { Figures } from './measure';
import { type Part, readOptions } from './options';
import { NO_FRAMES } from './pages/no-frames';
import { measureAdding } from './parts/add';
import { measureImport } from './parts/import';
import { measureLibrary } from './parts/library';
import { measureFirstLoad, measureWarmLoad } from './parts/load';
import { measureMemory } from './parts/memory';
import { measureScroll } from './parts/scroll';
import { measureSelection } from './parts/select';

/** Measured at every size of library, on a copy of it. */
const SIZED: Partial<Record<Part, (bench: SizedBench) => Promise<void>>> = {
  load: measureWarmLoad,
  scroll: measureScroll,
  memory: measureMemory,
  library: measureLibrary,
  select: measureSelection,
  add: measureAdding,
};

/** Browsers in which a part is measured at most. */
const MOST_TRIES = 3;

/** `npm run bench`: measures the production build in a real browser; prints a table, and keeps the same as JSON. */
const options = readOptions(process.argv.slice(2));
const site = await startBenchSite(options.keepBuild);
const bench: Bench = { site, options, figures: new Figures() };
try {
  for (let run = 1; run <= options.runs; run += 1) {
    for (const part of options.parts) await measurePart(part, run);
  }
} finally {
  await site.close();
  const json = JSON.stringify({ at: new Date().toISOString(), options, figures: bench.figures }, null, 2);
  writeFileSync(join(KEPT, 'figures.json'), json);
  console.log(`\n${bench.figures.table()}\n\n${join(KEPT, 'figures.json')}`);
}

async function measurePart(part: Part, run: number): Promise<void> {
  bench.figures.begin(part);
  if (part === 'load') await measureFirstLoad(bench);
  if (part === 'import') await measureImport(bench);
  const measure = SIZED[part];
  if (!measure) return;
  for (const assets of options.sizes) {
    console.log(`run ${run}: ${part} at ${assets}`);
    for (let tries = 1; !(await isMeasured(measure, assets, tries === MOST_TRIES)); tries += 1)
      console.log('The browser stopped drawing: once more, in a new one');
  }
}

/** False, and nothing is noted, where the browser stopped drawing; that is thrown where it was the last try. */
async function isMeasured(
  measure: (bench: SizedBench) => Promise<void>,
  assets: number,
  isLast: boolean,
): Promise<boolean> {
  const forget = bench.figures.mark();
  const context = await launch(await copyOfLibrary(site, options.sizes, assets), site);
  try {
    const sized = { ...bench, assets, context };
    // The app's worker answers the floor page too, so it must be there.
    await (await openGrid(sized)).close();
    await measure(sized);
    return true;
  } catch (thrown) {
    if (isLast || !(thrown instanceof Error) || !thrown.message.includes(NO_FRAMES)) throw thrown;
    forget();
    return false;
  } finally {
    await context.close();
  }
}
