import { inspectFile } from './processing/inspect-file';
import type { Storage } from './storage';
import { claimNextUpload, failUpload, finishUpload, readUpload } from './upload-jobs';

/**
 * Processes every waiting upload where no browser does it (Node port, tests): nothing is decoded, a picture is its own
 * thumbnail. Ends when none waits.
 */
export async function processUploads(storage: Storage, by: string): Promise<void> {
  for (;;) {
    const upload = await claimNextUpload(storage, by);
    if (!upload) return;
    const bytes = new Uint8Array(await readUpload(storage, upload));
    const inspection = await inspectFile(bytes, upload.fileName);
    if (!inspection.ok) {
      await failUpload(storage, upload.id, inspection.reason);
      continue;
    }
    const { kind, mimeType, picture, metadata, properties, modelName } = inspection.file;
    await finishUpload(storage, upload.id, {
      kind,
      mimeType,
      sha256: await sha256(bytes),
      metadata,
      properties,
      ...(modelName !== undefined && { modelName }),
      ...(picture === 'required' && { thumbnail: { type: mimeType, bytes } }),
    });
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
