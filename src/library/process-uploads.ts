import { sniffFile } from './sniff-file';
import type { Storage } from './storage';
import { claimNextUpload, failUpload, finishUpload, readUpload } from './upload-jobs';

/**
 * Processes every waiting upload where no browser does it (Node port, tests): type and size are sniffed, a picture is
 * its own thumbnail. Ends when none waits.
 */
export async function processUploads(storage: Storage, by: string): Promise<void> {
  for (;;) {
    const upload = await claimNextUpload(storage, by);
    if (!upload) return;
    const bytes = new Uint8Array(await readUpload(storage, upload));
    const sniffed = sniffFile(bytes);
    if (!sniffed) {
      const reason = bytes.byteLength === 0 ? 'is empty' : 'is of no known kind';
      await failUpload(storage, upload.id, `${upload.fileName} ${reason}`);
      continue;
    }
    const { kind, mimeType, width, height } = sniffed;
    const size = width !== undefined && height !== undefined ? { width, height } : {};
    await finishUpload(storage, upload.id, {
      kind,
      mimeType,
      sha256: await sha256(bytes),
      metadata: size,
      properties: size,
      ...(kind === 'image' && { thumbnail: { type: mimeType, bytes } }),
    });
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
