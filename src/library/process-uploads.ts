import { finishUploads } from './finish-uploads';
import { inspectFile } from './processing/inspect-file';
import type { Storage } from './storage';
import { claimUploads, failUpload, readUpload } from './upload-jobs';
import type { UploadRecord } from './upload-record';

/**
 * Processes every waiting upload where no browser does it (Node port, tests): nothing is decoded, a picture is its own
 * thumbnail. Ends when none waits.
 */
export async function processUploads(storage: Storage, by: string): Promise<void> {
  for (;;) {
    const uploads = await claimUploads(storage, by);
    if (uploads.length === 0) return;
    for (const upload of uploads) await processUpload(storage, upload);
  }
}

async function processUpload(storage: Storage, upload: UploadRecord): Promise<void> {
  const bytes = new Uint8Array(await readUpload(storage, upload));
  const inspection = await inspectFile(bytes, upload.fileName);
  if (!inspection.ok) return failUpload(storage, upload.id, inspection.reason);
  const { kind, mimeType, picture, metadata, properties, modelName } = inspection.file;
  const found = {
    kind,
    mimeType,
    sha256: await sha256(bytes),
    metadata,
    properties,
    ...(modelName !== undefined && { modelName }),
    ...(picture === 'required' && { thumbnail: { type: mimeType, bytes } }),
  };
  await finishUploads(storage, [{ id: upload.id, found }]);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
