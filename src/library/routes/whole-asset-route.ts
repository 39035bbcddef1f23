import { Hono } from 'hono/tiny';
import { createAssetBodySchema } from '~/contract/asset';
import type { UploadId } from '~/contract/ids';
import { LIMITS } from '~/contract/limits';
import { NO_ROOM } from '~/contract/upload';
import { addressesFor } from '../addresses';
import { bytesOfBase64 } from '../base64';
import type { GroupedWrite } from '../grouped-writes';
import type { LibraryContext } from '../library-context';
import { badRequest, LibraryError } from '../library-error';
import { newId } from '../new-id';
import { parseBody } from '../parse-input';
import { presentAsset } from '../present';
import type { Storage } from '../storage';
import type { UploadRecord } from '../upload-record';
import { storeWhole } from '../uploads';

/**
 * `POST /assets`: a picture in one request. It is stored and processed as every upload is, and answered when that has ended:
 * 400 with the reason where it failed, 413 where it has to come in parts, 507 where there is no room for it.
 */
export function wholeAssetRoute(
  { storage, mount, now, onUploadComplete, untilEnded }: LibraryContext,
  write: GroupedWrite,
): Hono {
  const app = new Hono();
  app.post('/assets', async (c) => {
    const { image, ...body } = await parseBody(c.req.raw, createAssetBodySchema);
    const { bytes, type } = bytesOfBase64(image);
    if (bytes.byteLength >= LIMITS.wholeAssetBytes)
      throw new LibraryError(413, `A picture of ${LIMITS.wholeAssetBytes} bytes or more comes in parts`);
    const id = newId('upload') as UploadId;
    // It may end before anybody could begin to wait.
    const ended = endOf(storage, id, untilEnded);
    await write(id, ['uploads', 'collections', 'chunks'], (tx) =>
      storeWhole(tx, { id, ...body, bytes, type, now: now() }),
    );
    onUploadComplete(id);
    const { entityId = '', errorMessage } = await ended();
    if (errorMessage !== undefined)
      throw errorMessage.startsWith(NO_ROOM) ? new LibraryError(507, errorMessage) : badRequest(errorMessage);
    const record = await storage.read(['assets'], (tx) => tx.get('assets', entityId));
    if (!record) throw badRequest(`${body.name} was deleted as soon as it was there`);
    return Response.json({ asset: presentAsset(record, addressesFor(c.req.url, mount)) });
  });
  return app;
}

/** Hears from now on; what it gives resolves with the upload when that is imported or has failed. */
function endOf(
  storage: Storage,
  id: UploadId,
  untilEnded: LibraryContext['untilEnded'],
): () => Promise<UploadRecord> {
  let told = untilEnded(id);
  return async () => {
    for (;;) {
      await told;
      const upload = await storage.read(['uploads'], (tx) => tx.get('uploads', id));
      if (!upload) throw badRequest('The upload was removed before its end');
      if (upload.status === 'imported' || upload.status === 'failed') return upload;
      told = untilEnded(id);
    }
  };
}
