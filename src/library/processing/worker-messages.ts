import type { UploadRecord } from '../upload-record';
import type { MediaFacts } from './media-probe';

/** Page → worker. */
export type ToWorker =
  | { type: 'process'; base: string; upload: UploadRecord }
  | { type: 'probed'; facts: MediaFacts | undefined };

/** Worker → page. */
export type ToPage =
  | { type: 'probe'; file: Blob }
  | { type: 'done' }
  /** Not even the verdict on the upload could be written down. */
  | { type: 'failed'; reason: string };
