import { openStorage } from './open-storage';
import { processInPages } from './processing/process-in-pages';
import { createSamples } from './samples/samples';
import { UploadSignal } from './upload-signal';

/**
 * What a page does for the library of the site at `base` besides asking it: it fetches the samples' files and
 * processes uploads. Taken up after the first view, so that the code of it does not compete with the first pictures.
 */
export function takeUpDuties(base: string): ReturnType<typeof createSamples> {
  const storage = openStorage(base);
  const samples = createSamples(storage, base);
  // A file that cannot be had now is fetched at the next start.
  void samples.storeMissing().catch(() => undefined);
  processInPages(storage, base, new UploadSignal(base));
  return samples;
}
