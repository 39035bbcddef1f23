import type { AssetSummary } from '~/api/asset-summary';
import type { ModelSummary } from '~/api/model-summary';
import type { Batch } from '../batch';
import { type BatchEvent, reduceBatch } from '../batch-event';

/**
 * How records are written. A reader takes every version up to its own; a record of a later one is kept and named by
 * its `title`, which every version must write.
 */
export const VERSION = 1;
/** Items in one record: no task of the page takes long over them. */
const PIECE = 200;

type Items = { assets: readonly AssetSummary[]; models: readonly ModelSummary[] };

/** A batch as it was handed over; its items stand in pieces, named here by id. */
export interface BatchRecord {
  version: number;
  scope: string;
  id: string;
  /** What is said of it where it cannot be read. */
  title: string;
  createdAt: number;
  batch: unknown;
}

export interface EventRecord {
  version: number;
  scope: string;
  batchId: string;
  event: unknown;
}

export interface PieceRecord extends Items {
  version: number;
  scope: string;
  batchId: string;
}

/** Plain data with its items replaced by their ids, and the items. */
export interface Packed {
  data: unknown;
  pieces: readonly Items[];
}

/** Takes the items out of a batch or an event. */
export function pack(value: Batch | BatchEvent): Packed {
  const found = { assets: new Map<string, AssetSummary>(), models: new Map<string, ModelSummary>() };
  const data = mapItemLists(value, (kind, list) =>
    (list as (AssetSummary & ModelSummary)[]).map((item) => {
      found[kind].set(item.id, item);
      return item.id;
    }),
  );
  const assets = [...found.assets.values()];
  const models = [...found.models.values()];
  const pieces: Items[] = [];
  for (let start = 0; start < Math.max(assets.length, models.length); start += PIECE)
    pieces.push({ assets: assets.slice(start, start + PIECE), models: models.slice(start, start + PIECE) });
  return { data, pieces };
}

/** The batch that its records come to; undefined where one of them is of a later version or does not fit. */
export function unpackBatch(
  record: BatchRecord,
  pieces: readonly PieceRecord[],
  events: readonly (readonly [key: number, EventRecord])[],
): Batch | undefined {
  if ([record, ...pieces, ...events.map(([, event]) => event)].some(({ version }) => !(version <= VERSION)))
    return undefined;
  const items = {
    assets: new Map(pieces.flatMap(({ assets }) => assets.map((asset) => [asset.id as string, asset]))),
    models: new Map(pieces.flatMap(({ models }) => models.map((model) => [model.id as string, model]))),
  };
  const unpack = (data: unknown) =>
    mapItemLists(data, (kind, ids) =>
      ids.map((id) => {
        const item = items[kind].get(id as string);
        if (!item) throw new Error('An item is missing.');
        return item;
      }),
    );
  try {
    let batch = unpack(record.batch) as Batch;
    for (const [key, { event }] of events)
      batch = { ...reduceBatch(batch, unpack(event) as BatchEvent), lastEvent: key };
    return batch;
  } catch {
    return undefined;
  }
}

/** Copies plain data; each list under `assets` or `models` is replaced, wherever it stands. */
function mapItemLists(
  value: unknown,
  replace: (kind: 'assets' | 'models', list: readonly unknown[]) => readonly unknown[],
): unknown {
  if (Array.isArray(value)) return value.map((entry) => mapItemLists(entry, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [
      key,
      (key === 'assets' || key === 'models') && Array.isArray(entry)
        ? replace(key, entry)
        : mapItemLists(entry, replace),
    ]),
  );
}
