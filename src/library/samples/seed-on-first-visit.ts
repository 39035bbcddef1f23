import type { Storage } from '../storage';
import { loadSampleManifest } from './sample-manifest';
import { neverHadSamples, seedSamples } from './seed-samples';

/** Writes the samples where the library has never had any. Removed samples stay removed. */
export async function seedOnFirstVisit(storage: Storage, base: string): Promise<void> {
  if (await neverHadSamples(storage)) await seedSamples(storage, await loadSampleManifest(base), new Date());
}
