import type { Storage } from '../storage';
import { hasSamples, removeSamples } from './remove-samples';
import { loadSampleManifest } from './sample-manifest';
import { SAMPLES_FACT, seedSamples } from './seed-samples';
import { storeSampleMedia } from './store-sample-media';

/**
 * The samples of the site at `base`. The contract has no words for "bring back what came with the site", so the
 * page asks the library itself; what it does is one transaction, as a request's would be.
 */
export function createSamples(storage: Storage, base: string) {
  const seed = async () => seedSamples(storage, await loadSampleManifest(base), new Date());

  /** One tab at a time; the others find nothing left to do. */
  const storeMissing = async (): Promise<void> => {
    await navigator.locks.request(`vitrine-samples:${base}`, async () => {
      const fact = await storage.read(['facts'], (tx) => tx.get('facts', SAMPLES_FACT));
      if (fact?.value === 'seeded') await storeSampleMedia(storage, await loadSampleManifest(base), base);
    });
  };

  return {
    storeMissing,
    hasSamples: () => hasSamples(storage),
    async removeSamples(): Promise<void> {
      await removeSamples(storage, new Date());
    },
    /** Adds the samples that are not there; resolves when they can be seen. Their files follow. */
    async restoreSamples(): Promise<void> {
      await seed();
      // A file that cannot be had now is fetched at the next start; until then the site itself answers.
      void storeMissing().catch(() => undefined);
    },
  };
}
