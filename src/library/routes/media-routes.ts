import { Hono } from 'hono/tiny';
import type { AssetRecord, StoredFile } from '../asset-record';
import { contentRange, parseByteRange } from '../byte-range';
import type { LibraryContext } from '../library-context';
import { notFound } from '../library-error';
import { mediaHeaders } from '../media-headers';
import { readFile, sizeOfFile } from '../stored-file';

/** `/media`: originals (with ranges) and thumbnails, readable by everybody so that `<img>` works. */
export function mediaRoutes({ storage }: LibraryContext): Hono {
  const app = new Hono();

  const original = async (request: Request, record: AssetRecord, file: StoredFile): Promise<Response> => {
    const download = new URL(request.url).searchParams.get('download') ?? undefined;
    const headers = mediaHeaders(record.asset.mimeType, record.id, download);
    const size = sizeOfFile(file);
    if (request.headers.get('if-none-match') === headers.get('etag')) {
      return new Response(null, { status: 304, headers });
    }
    const condition = request.headers.get('if-range');
    const stale = condition !== null && condition !== headers.get('etag');
    const range = stale ? undefined : parseByteRange(request.headers.get('range'), size);
    if (range) headers.set('content-range', contentRange(range, size));
    if (range === 'unsatisfiable') return new Response(null, { status: 416, headers });
    const { start, end } = range ?? { start: 0, end: size };
    headers.set('content-length', String(end - start));
    const body = request.method === 'HEAD' ? null : await readFile(storage, file, start, end);
    return new Response(body, { status: range ? 206 : 200, headers });
  };

  app.get('/assets/:id', async (c) => {
    const id = c.req.param('id');
    const record = await storage.read(['assets'], (tx) => tx.get('assets', id));
    if (!record?.file) throw notFound('Original of asset', id);
    return original(c.req.raw, record, record.file);
  });

  app.get('/thumbnails/:id', async (c) => {
    const id = c.req.param('id');
    const { thumbnail, record } = await storage.read(['thumbnails', 'assets'], async (tx) => {
      const kept = await tx.get('thumbnails', id);
      // Pictures are asked for by the hundred while somebody scrolls: nothing is read that is not needed.
      return kept ? { thumbnail: kept } : { record: await tx.get('assets', id) };
    });
    if (thumbnail) {
      const headers = mediaHeaders(thumbnail.type, `t-${id}`, undefined);
      headers.set('content-length', String(thumbnail.bytes.byteLength));
      return new Response(c.req.method === 'HEAD' ? null : thumbnail.bytes, { headers });
    }
    // A picture without a smaller one stands for itself.
    if (record?.file && record.asset.kind === 'image') return original(c.req.raw, record, record.file);
    const other = record?.asset.thumbnail;
    if (other && other !== id) return c.redirect(`./${encodeURIComponent(other)}`, 302);
    throw notFound('Thumbnail of asset', id);
  });
  return app;
}
