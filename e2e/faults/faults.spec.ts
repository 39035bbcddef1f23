import { expect, test } from '@playwright/test';
import { BUNDLES } from '../bundles';
import { type FarSite, startFarSite } from './far-site';
import { runSeed } from './run-seed';

/** A few schedules that between them meet every kind of fault and disturbance; `npm run faults` searches further. */
const SEEDS = [8, 9, 15, 33, 35, 36, 42, 43, 45, 46];

test.describe('batches under faults', () => {
  test.describe.configure({ mode: 'serial' });
  let far: FarSite;

  test.beforeAll(async () => {
    far = await startFarSite(BUNDLES.root.folder);
  });
  test.afterAll(async () => {
    await far.close();
  });

  for (const seed of SEEDS) {
    test(`lose nothing and do nothing twice, seed ${seed}`, async ({ browser }) => {
      const { wrong, told } = await runSeed({ seed, browser, ...far });
      expect(wrong, told.join('\n')).toEqual([]);
    });
  }
});
