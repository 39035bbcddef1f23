import type { StoredFile } from './asset-record';
import { CHUNK_SIZE } from './insert-assets';
import type { ReadTransaction, Storage } from './storage';
import type { ChunkRecord } from './tables';

/** Bytes read at once; more is streamed, so that a film never sits in memory whole. */
const READ_AT_ONCE = 4 * CHUNK_SIZE;

/** Bytes that a record names are not there. */
export class ChunkMissingError extends Error {
  override name = 'ChunkMissingError';
}

interface Piece {
  key: readonly [fileId: string, part: number, n: number];
  /** Bytes of the chunk that are wanted: from `start` to `end` (exclusive). */
  start: number;
  end: number;
}

/** Bytes of the whole file. */
export function sizeOfFile({ partSizes }: StoredFile): number {
  return partSizes.reduce((sum, size) => sum + size, 0);
}

/** Reads `start` to `end` (exclusive, default: all): small ranges at once, large ones as a stream, chunk by chunk. */
export async function readFile(
  storage: Storage,
  file: StoredFile,
  start = 0,
  end = sizeOfFile(file),
): Promise<ArrayBuffer | ReadableStream<Uint8Array<ArrayBuffer>>> {
  const pieces = piecesOf(file, start, end);
  if (end - start <= READ_AT_ONCE) {
    return storage.read(['chunks'], (tx) => joinPieces(tx, pieces, end - start));
  }
  let next = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = pieces[next];
      next += 1;
      if (!piece) return controller.close();
      const chunk = await storage.read(['chunks'], (tx) => tx.get('chunks', piece.key));
      controller.enqueue(bytesOf(chunk, piece));
    },
  });
}

async function joinPieces(tx: ReadTransaction, pieces: readonly Piece[], size: number): Promise<ArrayBuffer> {
  const chunks = await tx.getMany(
    'chunks',
    pieces.map(({ key }) => key),
  );
  const whole = new Uint8Array(size);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const bytes = bytesOf(chunks[index], piece);
    whole.set(bytes, at);
    at += bytes.byteLength;
  }
  return whole.buffer;
}

function bytesOf(chunk: ChunkRecord | undefined, { start, end }: Piece): Uint8Array<ArrayBuffer> {
  if (!chunk) throw new ChunkMissingError('A stored file lacks a chunk');
  return new Uint8Array(chunk.bytes, start, end - start);
}

function piecesOf({ fileId, partSizes }: StoredFile, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let partStart = 0;
  for (const [index, partSize] of partSizes.entries()) {
    const from = Math.max(0, start - partStart);
    const to = Math.min(partSize, end - partStart);
    const chunks = from < to ? Math.ceil(to / CHUNK_SIZE) : 0;
    for (let n = Math.floor(from / CHUNK_SIZE); n < chunks; n += 1) {
      pieces.push({
        key: [fileId, index + 1, n],
        start: Math.max(0, from - n * CHUNK_SIZE),
        end: Math.min(CHUNK_SIZE, to - n * CHUNK_SIZE),
      });
    }
    partStart += partSize;
  }
  return pieces;
}
