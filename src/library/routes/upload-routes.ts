import { Hono } from 'hono/tiny';
import { type UploadId, uploadIdSchema } from '~/contract/ids';
import { createUploadBodySchema, uploadActionBodySchema } from '~/contract/upload';
import { addressesFor } from '../addresses';
import type { GroupedWrite } from '../grouped-writes';
import type { LibraryContext } from '../library-context';
import { notFound } from '../library-error';
import { newId } from '../new-id';
import { parseBody } from '../parse-input';
import { presentUpload } from '../present-upload';
import { createUpload, markComplete } from '../uploads';

/** `/uploads`: announcing a file, closing it, and asking what became of it. */
export function uploadRoutes(
  { storage, mount, now, onUploadComplete }: LibraryContext,
  write: GroupedWrite,
): Hono {
  const app = new Hono();

  app.post('/uploads', async (c) => {
    const body = await parseBody(c.req.raw, createUploadBodySchema);
    const id = newId('upload') as UploadId;
    const record = await write(id, ['uploads', 'collections'], (tx) => createUpload(tx, id, body, now()));
    return Response.json({ upload: presentUpload(record, addressesFor(c.req.url, mount)) });
  });

  app.get('/uploads/:id', async (c) => {
    const id = c.req.param('id');
    const record = await storage.read(['uploads'], (tx) => tx.get('uploads', id));
    if (!record) throw notFound('Upload', id);
    return Response.json({ upload: presentUpload(record, addressesFor(c.req.url, mount)) });
  });

  app.post('/uploads/:id/action', async (c) => {
    await parseBody(c.req.raw, uploadActionBodySchema);
    const id = uploadIdSchema.parse(c.req.param('id'));
    const { record, changed } = await write(id, ['uploads'], (tx) => markComplete(tx, id, now()));
    if (changed) onUploadComplete(id);
    return Response.json({ upload: presentUpload(record, addressesFor(c.req.url, mount)) });
  });
  return app;
}
