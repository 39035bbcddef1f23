import type { UploadRecord } from '../upload-record';
import type { MediaFacts } from './media-probe';

/** Page → worker. A worker has several jobs at a time, told apart by their numbers. */
export type ToWorker =
  | { type: 'process'; job: number; base: string; uploads: readonly UploadRecord[] }
  | { type: 'probed'; job: number; facts: MediaFacts | undefined };

/** Worker → page. */
export type ToPage =
  | { type: 'probe'; job: number; file: Blob }
  | { type: 'done'; job: number }
  /** Not even the verdict on the uploads could be written down, perhaps because the disk is full. */
  | { type: 'failed'; job: number; reason: string; full: boolean };
