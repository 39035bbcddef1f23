import { insertAssets } from '~/library/insert-assets';
import { insertCollections } from '~/library/insert-collections';
import { openStorage } from '~/library/open-storage';
import { SAMPLES_FACT } from '~/library/samples/seed-samples';
import { benchAsset, benchCollections, PICTURES } from '../bench-data';

/** A page that shares the storage of the site it stands beside, and writes libraries into it. */
export interface WritePage {
  /** Makes a library of `to` assets out of one of `from`; milliseconds of writing. */
  write(from: number, to: number): Promise<number>;
}

const storage = openStorage('/');
/** Assets of one transaction: as many as a posting of the search index holds. */
const TOGETHER = 4096;

async function write(from: number, to: number): Promise<number> {
  const pictures = from < PICTURES ? await readPictures() : [];
  const begun = performance.now();
  if (from === 0) {
    // As if the samples had been removed: figures are about the assets written here.
    await storage.write(['facts'], async (tx) => tx.put('facts', { name: SAMPLES_FACT, value: 'removed' }));
    await insertCollections(storage, benchCollections());
  }
  for (let start = from; start < to; start += TOGETHER) {
    const insertions = Array.from({ length: Math.min(TOGETHER, to - start) }, (_, at) => {
      const bytes = pictures[start + at];
      return { ...benchAsset(start + at), ...(bytes && { thumbnail: { type: 'image/webp', bytes } }) };
    });
    // One after the other: a transaction waits for the one before anyway.
    // oxlint-disable-next-line no-await-in-loop
    await insertAssets(storage, insertions);
  }
  return performance.now() - begun;
}

/** The pictures drawn before, which stand beside this page: a file of their lengths and one of their bytes. */
async function readPictures(): Promise<Uint8Array[]> {
  const lengths = (await (await fetch('bench/pictures.json')).json()) as number[];
  const bytes = new Uint8Array(await (await fetch('bench/pictures.bin')).arrayBuffer());
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return bytes.slice(end - length, end);
  });
}

Object.assign(globalThis, { writePage: { write } satisfies WritePage });
