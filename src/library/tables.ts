import type { AssetId, CollectionId } from '~/contract/ids';
import type { AssetRecord } from './asset-record';
import type { ModelRecord } from './model-record';
import type { UploadRecord } from './upload-record';

/** A collection as stored: counts are kept, not counted. `order` = [−created ms, id], newest first. */
export interface CollectionRecord {
  id: CollectionId;
  name: string;
  createdAt: string;
  updatedAt: string;
  assetCount: number;
  modelCount: number;
  thumbnail?: AssetId;
  /** `#rrggbb`, as the asset that is its thumbnail has it. */
  color?: string;
  order: readonly [number, string];
}

/** A tag with the number of own assets and models that carry it. */
export interface TagRecord {
  tagName: string;
  itemCount: number;
  createdAt: string;
  updatedAt: string;
}

/** At most 1 MiB of a file: a range of a large file reads only the chunks it touches, in every browser engine. */
export interface ChunkRecord {
  fileId: string;
  part: number;
  n: number;
  bytes: ArrayBuffer;
}

/** The small picture of an asset. Bytes and type, not a Blob: some engines lose Blobs in storage. */
export interface ThumbnailRecord {
  assetId: AssetId;
  type: string;
  bytes: ArrayBuffer;
}

/** Which of 4,096 assets (by ordinal) carry a search term: sorted offsets while few, else a bitmap of 128 words. */
export interface PostingRecord {
  term: string;
  chunk: number;
  data: Uint16Array | Uint32Array;
}

/** A number of 1,024 assets (by ordinal); NaN where there is none. */
export interface ColumnRecord {
  name: string;
  chunk: number;
  values: Float64Array;
}

/** A fact about the library itself, such as the next ordinal. */
export interface FactRecord {
  name: string;
  value: number | string | boolean;
}

export interface Tables {
  assets: AssetRecord;
  collections: CollectionRecord;
  models: ModelRecord;
  tags: TagRecord;
  uploads: UploadRecord;
  chunks: ChunkRecord;
  thumbnails: ThumbnailRecord;
  postings: PostingRecord;
  columns: ColumnRecord;
  facts: FactRecord;
}
export type TableName = keyof Tables;

interface IndexDefinition {
  keyPath: string | readonly string[];
  /** The property is a list of keys, each of them an entry. Its keys may be lists themselves. */
  multiEntry?: boolean;
}
export interface TableDefinition {
  keyPath: string | readonly string[];
  indexes: Readonly<Record<string, IndexDefinition>>;
}

/** Keys and indexes of every table. A record without the property of an index is not in that index. */
export const TABLES = {
  assets: {
    keyPath: 'id',
    indexes: {
      byCreated: { keyPath: 'byCreated', multiEntry: true },
      byUpdated: { keyPath: 'byUpdated', multiEntry: true },
      byOrdinal: { keyPath: 'ordinal' },
      byHash: { keyPath: 'sha256' },
    },
  },
  collections: {
    keyPath: 'id',
    indexes: { byCreated: { keyPath: 'order' }, byThumbnail: { keyPath: 'thumbnail' } },
  },
  models: {
    keyPath: 'id',
    indexes: {
      byCreated: { keyPath: 'byCreated', multiEntry: true },
      byUpdated: { keyPath: 'byUpdated', multiEntry: true },
      byScore: { keyPath: 'byScore', multiEntry: true },
      byName: { keyPath: 'nameKey' },
    },
  },
  tags: { keyPath: 'tagName', indexes: {} },
  uploads: {
    keyPath: 'id',
    indexes: { byWaiting: { keyPath: 'waitingSince' }, byPending: { keyPath: 'pendingSince' } },
  },
  chunks: { keyPath: ['fileId', 'part', 'n'], indexes: {} },
  thumbnails: { keyPath: 'assetId', indexes: {} },
  postings: { keyPath: ['term', 'chunk'], indexes: {} },
  columns: { keyPath: ['name', 'chunk'], indexes: {} },
  facts: { keyPath: 'name', indexes: {} },
} as const satisfies Record<TableName, TableDefinition>;

export type IndexName<N extends TableName> = keyof (typeof TABLES)[N]['indexes'] & string;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
/** Everything that changes when assets do. */
export const ASSET_TABLES = [
  'assets',
  'collections',
  'models',
  'tags',
  'postings',
  'columns',
  'facts',
] as const satisfies readonly TableName[];
