import { asciiAt, viewOf } from './bytes';
import { jpegSegments } from './jpeg-segments';
import { readPngExif } from './png-text';

/** The few EXIF and XMP facts that matter here. */
export interface ExifFacts {
  /** 1–8; from 5 on, width and height change places. */
  orientation: number;
  /** `UserComment` and `ImageDescription`: where tools put generation data in JPEG and WebP. */
  texts: string[];
  /** The XMP packet as text, if there is one. */
  xmp: string | undefined;
}

const TAG = { imageDescription: 0x010e, orientation: 0x0112, exifIfd: 0x8769, userComment: 0x9286 };
const EXIF_START = 'Exif\0\0';
const XMP_START = 'http://ns.adobe.com/xap/1.0/\0';

/** Reads EXIF and XMP of a JPEG, WebP or PNG. Whatever is broken counts as absent. */
export function readExif(bytes: Uint8Array, mimeType: string): ExifFacts {
  const { exif, xmp } = findBlocks(bytes, mimeType);
  const facts: ExifFacts = { orientation: 1, texts: [], xmp: xmp && new TextDecoder().decode(xmp) };
  if (!exif) return facts;
  try {
    readTiff(asciiAt(exif, 0, 6) === EXIF_START ? exif.subarray(6) : exif, facts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return facts;
}

interface Blocks {
  exif?: Uint8Array | undefined;
  xmp?: Uint8Array | undefined;
}

function findBlocks(bytes: Uint8Array, mimeType: string): Blocks {
  if (mimeType === 'image/png') return { exif: readPngExif(bytes) };
  if (mimeType === 'image/webp') return webpBlocks(bytes);
  if (mimeType !== 'image/jpeg') return {};
  const blocks: Blocks = {};
  for (const { marker, data } of jpegSegments(bytes)) {
    if (marker !== 0xe1) continue;
    if (asciiAt(data, 0, 6) === EXIF_START) blocks.exif ??= data;
    if (asciiAt(data, 0, XMP_START.length) === XMP_START) blocks.xmp ??= data.subarray(XMP_START.length);
  }
  return blocks;
}

function webpBlocks(bytes: Uint8Array): Blocks {
  const view = viewOf(bytes);
  const blocks: Blocks = {};
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const name = asciiAt(bytes, at, 4);
    if (name === 'EXIF') blocks.exif ??= data;
    if (name === 'XMP ') blocks.xmp ??= data;
    // Chunks are padded to an even length.
    at += 8 + length + (length % 2);
  }
  return blocks;
}

function readTiff(bytes: Uint8Array, facts: ExifFacts): void {
  const view = viewOf(bytes);
  const little = asciiAt(bytes, 0, 2) === 'II';
  const directories = [view.getUint32(4, little)];
  // A file may name no more directories than these two: the first and the EXIF one.
  for (let n = 0; n < directories.length && n < 2; n += 1) {
    const start = directories[n] ?? 0;
    const entries = view.getUint16(start, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = start + 2 + entry * 12;
      const tag = view.getUint16(at, little);
      if (tag === TAG.exifIfd) directories.push(view.getUint32(at + 8, little));
      if (tag === TAG.orientation) {
        const value = view.getUint16(at + 8, little);
        facts.orientation = value >= 1 && value <= 8 ? value : 1;
      }
      if (tag === TAG.imageDescription || tag === TAG.userComment) {
        const length = view.getUint32(at + 4, little);
        const from = length > 4 ? view.getUint32(at + 8, little) : at + 8;
        const text = decode(bytes.subarray(from, from + length), tag === TAG.userComment, little);
        if (text !== '') facts.texts.push(text);
      }
    }
  }
}

/** `UserComment` names its encoding in eight bytes (EXIF 2.3, 4.6.5); "UNICODE" is UTF-16 in either byte order. */
function decode(bytes: Uint8Array, isComment: boolean, little: boolean): string {
  if (!isComment) return clean(new TextDecoder().decode(bytes));
  const encoding = asciiAt(bytes, 0, 8);
  const content = bytes.subarray(8);
  if (!encoding.startsWith('UNICODE')) return clean(new TextDecoder().decode(content));
  // Most writers use big endian whatever the file's own order is: a text's first character is below 256.
  const bigEndian = content[0] === 0 ? true : content[1] === 0 ? false : !little;
  return clean(new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(content));
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim();
}
