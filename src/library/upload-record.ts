import type { AssetId, CollectionId, UploadId } from '~/contract/ids';

export type UploadStatus = 'pending' | 'complete' | 'validating' | 'imported' | 'failed';

/** An upload as stored. Its chunks are kept under its id, and become the asset's original without being moved. */
export interface UploadRecord {
  id: UploadId;
  status: UploadStatus;
  kind: string;
  fileName: string;
  fileSize: number;
  contentType: string;
  /** Bytes of each part; null where it has not come yet. */
  partSizes: readonly (number | null)[];
  collectionIds: readonly CollectionId[];
  parentId?: string;
  hide?: boolean;
  createdAt: string;
  updatedAt: string;
  /** When it was begun, or got its last part (milliseconds); only while parts are awaited, so that forgotten ones are swept. */
  pendingSince?: number;
  /** Milliseconds; only while it waits for, or is in, processing. */
  waitingSince?: number;
  /** Who processes it, and since when (milliseconds). */
  claim?: { by: string; at: number };
  entityId?: AssetId;
  errorMessage?: string;
}
