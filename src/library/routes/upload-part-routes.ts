import { Hono } from 'hono/tiny';
import { CHUNK_SIZE } from '../insert-assets';
import { LAST } from '../key';
import type { LibraryContext } from '../library-context';
import { StorageFullError, type WriteTransaction } from '../storage';
import { requirePart, tooLarge } from '../uploads';

/**
 * `PUT /upload/{id}/{n}`: the bytes of one part, written chunk by chunk as they arrive. A part counts once it is
 * whole; sending it again replaces it. Needs no Authorization: the address is the secret, as on the service.
 */
export function uploadPartRoutes({ storage }: LibraryContext): Hono {
  const app = new Hono();
  app.put('/:id/:number', async (c) => {
    const id = c.req.param('id');
    const part = Number(c.req.param('number'));
    const upload = await storage.read(['uploads'], (tx) => requirePart(tx, id, part));
    let size = 0;
    let n = 0;
    try {
      for await (const bytes of inChunks(c.req.raw)) {
        size += bytes.byteLength;
        if (size > upload.fileSize) throw tooLarge(upload.fileSize);
        const chunk = { fileId: id, part, n, bytes };
        await storage.write(['chunks'], async (tx) => tx.put('chunks', chunk));
        n += 1;
      }
    } catch (thrown) {
      // Nothing stays half-written, and what is whole already finds the room it needs to become an asset.
      if (thrown instanceof StorageFullError && upload.partSizes[part - 1] === null)
        await storage.write(['chunks'], async (tx) => dropPart(tx, id, part, 0));
      throw thrown;
    }
    await storage.write(['uploads', 'chunks'], async (tx) => {
      const current = await requirePart(tx, id, part);
      // A longer earlier attempt may have left chunks behind the end.
      dropPart(tx, id, part, n);
      tx.put('uploads', { ...current, partSizes: current.partSizes.with(part - 1, size) });
    });
    return new Response(null, { status: 200, headers: { etag: `"${id}-${part}-${size}"` } });
  });
  return app;
}

/** Removes the chunks of a part from the `from`th on. */
function dropPart(tx: WriteTransaction, id: string, part: number, from: number): void {
  tx.deleteRange('chunks', { from: [id, part, from], to: [id, part, LAST] });
}

/** The body in pieces of exactly 1 MiB, the last one shorter. */
async function* inChunks(request: Request): AsyncGenerator<ArrayBuffer> {
  let buffer = new Uint8Array(CHUNK_SIZE);
  let filled = 0;
  for await (const piece of piecesOf(request)) {
    for (let at = 0; at < piece.byteLength; ) {
      const taken = piece.subarray(at, at + CHUNK_SIZE - filled);
      buffer.set(taken, filled);
      filled += taken.byteLength;
      at += taken.byteLength;
      if (filled === CHUNK_SIZE) {
        yield buffer.buffer;
        buffer = new Uint8Array(CHUNK_SIZE);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield buffer.slice(0, filled).buffer;
}

/** Not every engine can iterate a stream with `for await`, so it is read by hand. */
async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) {
    yield new Uint8Array(await request.arrayBuffer());
    return;
  }
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
