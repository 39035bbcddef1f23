import { Hono } from 'hono/tiny';
import type { GroupedWrite } from '../grouped-writes';
import { CHUNK_SIZE } from '../insert-assets';
import { LAST } from '../key';
import type { LibraryContext } from '../library-context';
import { type Storage, StorageFullError, type WriteTransaction } from '../storage';
import type { UploadRecord } from '../upload-record';
import { requirePart, sweepUploads, tooLarge } from '../uploads';

/**
 * `PUT /upload/{id}/{n}`: the bytes of one part, a long one written chunk by chunk as they arrive. A part counts once it
 * is whole; sending it again replaces it. Needs no Authorization: the address is the secret, as on the service.
 */
export function uploadPartRoutes({ storage, now: clock }: LibraryContext, writeGrouped: GroupedWrite): Hono {
  const app = new Hono();
  const now = () => new Date(clock());
  app.put('/:id/:number', async (c) => {
    const id = c.req.param('id');
    const part = Number(c.req.param('number'));
    const chunks = inChunks(c.req.raw);
    const begun: ArrayBuffer[] = [];
    let next = await chunks.next();
    for (; next.done !== true; next = await chunks.next()) {
      begun.push(next.value);
      if (begun.length === AT_ONCE) break;
    }
    const write = () =>
      next.done
        ? writeGrouped(id, ['uploads', 'chunks'], async (tx) => {
            const upload = await requirePart(tx, id, part);
            const bytes = sizeOf(begun);
            if (bytes > upload.fileSize) throw tooLarge(upload.fileSize);
            for (const [n, chunk] of begun.entries()) tx.put('chunks', { fileId: id, part, n, bytes: chunk });
            endPart(tx, upload, { part, chunks: begun.length, size: bytes, now: now() });
            return bytes;
          })
        : writeLong(storage, { id, part, begun, rest: chunks, now });
    const size = await write().catch(async (thrown: unknown) => {
      // What was left half-sent is nobody's any more; it is begun afresh should somebody go on with it.
      if (thrown instanceof StorageFullError) await sweepUploads(storage, now(), IDLE).catch(() => undefined);
      throw thrown;
    });
    return new Response(null, { status: 200, headers: { etag: `"${id}-${part}-${size}"` } });
  });
  return app;
}

/** Chunks of a part kept in memory: shorter parts, which most files are, take one transaction instead of three. */
const AT_ONCE = 4;

/** Milliseconds without a part after which an upload gives its room to others where there is none. */
const IDLE = 10 * 60 * 1000;

interface LongPart {
  id: string;
  part: number;
  begun: readonly ArrayBuffer[];
  rest: AsyncIterable<ArrayBuffer>;
  now: () => Date;
}

/** Writes a part of any length chunk by chunk; its bytes. */
async function writeLong(storage: Storage, { id, part, begun, rest, now }: LongPart): Promise<number> {
  const upload = await storage.read(['uploads'], (tx) => requirePart(tx, id, part));
  let size = 0;
  let n = 0;
  const write = async (bytes: ArrayBuffer) => {
    size += bytes.byteLength;
    if (size > upload.fileSize) throw tooLarge(upload.fileSize);
    const chunk = { fileId: id, part, n, bytes };
    await storage.write(['chunks'], async (tx) => tx.put('chunks', chunk));
    n += 1;
  };
  try {
    for (const bytes of begun) await write(bytes);
    for await (const bytes of rest) await write(bytes);
  } catch (thrown) {
    // Nothing stays half-written, and what is whole already finds the room it needs to become an asset.
    if (thrown instanceof StorageFullError && upload.partSizes[part - 1] === null)
      await storage.write(['chunks'], async (tx) => dropPart(tx, id, part, 0));
    throw thrown;
  }
  await storage.write(['uploads', 'chunks'], async (tx) => {
    endPart(tx, await requirePart(tx, id, part), { part, chunks: n, size, now: now() });
  });
  return size;
}

function sizeOf(chunks: readonly ArrayBuffer[]): number {
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** A part counts now, and the upload is not forgotten. A longer earlier attempt may have left chunks behind the end. */
function endPart(
  tx: WriteTransaction,
  upload: UploadRecord,
  { part, chunks, size, now }: { part: number; chunks: number; size: number; now: Date },
): void {
  // No attempt writes more chunks than the upload announced.
  if (chunks < Math.ceil(upload.fileSize / CHUNK_SIZE)) dropPart(tx, upload.id, part, chunks);
  const partSizes = upload.partSizes.with(part - 1, size);
  tx.put('uploads', { ...upload, partSizes, pendingSince: now.getTime() });
}

/** Removes the chunks of a part from the `from`th on. */
function dropPart(tx: WriteTransaction, id: string, part: number, from: number): void {
  tx.deleteRange('chunks', { from: [id, part, from], to: [id, part, LAST] });
}

/** The body in pieces of exactly 1 MiB, the last one shorter. */
async function* inChunks(request: Request): AsyncGenerator<ArrayBuffer, undefined> {
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
