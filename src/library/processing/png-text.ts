import { asciiAt, viewOf } from './bytes';

/** Beyond this a text chunk is no generation data but somebody's attempt to fill memory (bytes, unpacked). */
const MAX_TEXT = 8 * 1024 * 1024;

/** The `tEXt`, `zTXt` and `iTXt` chunks of a PNG by keyword (PNG specification, 11.3.3). Broken chunks are left out. */
export async function readPngText(bytes: Uint8Array): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { type, data } of pngChunks(bytes)) {
    if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') continue;
    // Texts are few and small; unpacking them one after the other keeps the first of two with one keyword.
    // oxlint-disable-next-line no-await-in-loop
    const entry = await readChunk(type, data);
    if (entry && !texts.has(entry[0])) texts.set(entry[0], entry[1]);
  }
  return texts;
}

/** The EXIF block of a PNG (`eXIf`), if it has one. */
export function readPngExif(bytes: Uint8Array): Uint8Array | undefined {
  for (const { type, data } of pngChunks(bytes)) if (type === 'eXIf') return data;
  return undefined;
}

function* pngChunks(bytes: Uint8Array): Generator<{ type: string; data: Uint8Array }> {
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return;
    yield { type: asciiAt(bytes, at + 4, 4), data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

async function readChunk(type: string, data: Uint8Array): Promise<readonly [string, string] | undefined> {
  const end = data.indexOf(0);
  if (end < 1) return undefined;
  const keyword = asciiAt(data, 0, end);
  // By the letter tEXt is Latin-1, but the tools that write prompts put UTF-8 there.
  if (type === 'tEXt') return [keyword, decodeText(data.subarray(end + 1))];
  if (type === 'zTXt') {
    const unpacked = await inflate(data.subarray(end + 2));
    return unpacked && [keyword, decodeText(unpacked)];
  }
  const isPacked = data[end + 1] === 1;
  const languageEnd = data.indexOf(0, end + 3);
  const translatedEnd = data.indexOf(0, languageEnd + 1);
  if (languageEnd === -1 || translatedEnd === -1) return undefined;
  const content = data.subarray(translatedEnd + 1);
  const unpacked = isPacked ? await inflate(content) : content;
  return unpacked && [keyword, decodeText(unpacked)];
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

async function inflate(packed: Uint8Array): Promise<Uint8Array | undefined> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const parts: BlobPart[] = [];
  let size = 0;
  try {
    for (;;) {
      // A stream is read in order.
      // oxlint-disable-next-line no-await-in-loop
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      parts.push(value);
      size += value.length;
      if (size > MAX_TEXT) return undefined;
    }
  } catch {
    return undefined;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
