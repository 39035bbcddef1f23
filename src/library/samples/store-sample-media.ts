import type { AssetId } from '~/contract/ids';
import { type AssetRecord, assetRecord } from '../asset-record';
import { storeBytes } from '../insert-assets';
import { LAST } from '../key';
import type { ReadTransaction, Storage } from '../storage';
import {
  SAMPLES_AUTHOR,
  type SampleAsset,
  type SampleManifest,
  samplesFolder,
  SMALL_TYPE,
} from './sample-manifest';
import { SAMPLES_FACT } from './seed-samples';

/** Files fetched and written at a time. */
const BATCH = 12;

/**
 * Fetches the files of samples that have none yet and stores them, so that the samples are there with no network.
 * Can be cut off anywhere: the next call goes on with what is missing. Throws when a file cannot be had.
 */
export async function storeSampleMedia(
  storage: Storage,
  manifest: SampleManifest,
  base: string,
): Promise<void> {
  const samples = new Map(manifest.assets.map((sample) => [sample.id, sample]));
  const look = (tx: ReadTransaction) => missingOf(tx, samples);
  let missing = await storage.read(['assets'], look);
  do {
    for (let index = 0; index < missing.length; index += BATCH) {
      const batch = missing.slice(index, index + BATCH);
      await store(storage, await Promise.all(batch.map((sample) => fetchSample(sample, base))));
    }
    // They may have been removed meanwhile, and brought back.
    missing = await storage.write(['assets', 'facts'], async (tx) => {
      const fact = await tx.get('facts', SAMPLES_FACT);
      const left = await look(tx);
      if (left.length === 0 && fact?.value === 'seeded') tx.put('facts', { ...fact, value: 'stored' });
      return left;
    });
  } while (missing.length > 0);
}

async function missingOf(
  tx: ReadTransaction,
  samples: ReadonlyMap<string, SampleAsset>,
): Promise<SampleAsset[]> {
  const listing = `own/a/${SAMPLES_AUTHOR}`;
  const records = await tx.range('assets', { index: 'byCreated', from: [listing], to: [listing, LAST] });
  return records.flatMap(({ id, file }) => {
    const sample = samples.get(id);
    return file || !sample ? [] : [sample];
  });
}

interface FetchedSample {
  id: AssetId;
  bytes: Uint8Array;
  sha256: string;
  thumbnail?: ArrayBuffer;
}

async function store(storage: Storage, fetched: readonly FetchedSample[]): Promise<void> {
  await storage.write(['assets', 'chunks', 'thumbnails'], async (tx) => {
    const records = await tx.getMany(
      'assets',
      fetched.map(({ id }) => id),
    );
    for (const [index, { id, bytes, sha256, thumbnail }] of fetched.entries()) {
      const record: AssetRecord | undefined = records[index];
      // Deleted meanwhile, or stored by another tab.
      if (!record || record.file) continue;
      const file = storeBytes(tx, id, bytes);
      tx.put('assets', assetRecord(record.asset, { ordinal: record.ordinal, file, sha256 }));
      if (thumbnail) tx.put('thumbnails', { assetId: id, type: SMALL_TYPE, bytes: thumbnail });
    }
  });
}

async function fetchSample(sample: SampleAsset, base: string): Promise<FetchedSample> {
  const folder = samplesFolder(base);
  // A picture that is its own thumbnail is stored once: the library shows the original instead.
  const small = sample.thumbnail === sample.file ? undefined : sample.thumbnail;
  const [bytes, thumbnail] = await Promise.all([
    fetchBytes(folder + sample.file),
    small ? fetchBytes(folder + small) : undefined,
  ]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    id: sample.id as AssetId,
    bytes: new Uint8Array(bytes),
    sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    ...(thumbnail && { thumbnail }),
  };
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.arrayBuffer();
}
