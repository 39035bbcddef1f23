import type { UploadId } from '~/contract/ids';
import type { Storage } from './storage';

/** What every route needs. */
export interface LibraryContext {
  storage: Storage;
  /** Path before `/v1`, `/media` and `/upload`; empty at the root of a host. */
  mount: string;
  /** The clock, as an ISO 8601 text. */
  now: () => string;
  /** Called after all parts of an upload are there and its turn to be processed has come. */
  onUploadComplete: (id: UploadId) => void;
  /** Resolves when it is time to look whether the upload has ended. */
  untilEnded: (id: UploadId) => Promise<void>;
}
